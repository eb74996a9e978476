package dev.figment.bench.peer;

import dev.figment.bench.MedianAndRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Comparisons as Markdown: a row for each work against the best peer, then all turns, then why some
 * are missing.
 *
 * @param bounds the least milliseconds that each work can take on the machine, by its name; works
 *     that are missing have no share of it
 */
record ComparisonTable(List<Comparison> comparisons, Map<String, Double> bounds) {
  private static final String NONE = "–";
  private static final List<String> SUMMARY =
      List.of(
          "work",
          "Figment",
          "fastest peer",
          "ratio",
          "images/s, Figment",
          "images/s, peer",
          "memory",
          "of the smallest peer's",
          "first step",
          "of the soonest peer's",
          "share of the bound",
          "beside a busy program");
  private static final List<String> ALL =
      List.of("work", "who", "step", "lowest–highest", "images/s", "memory", "first step");

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(head(SUMMARY));
    comparisons.forEach(each -> lines.add(row(summary(each))));
    lines.add("");
    lines.addAll(head(ALL));
    for (Comparison each : comparisons) {
      turns(each).forEach(who -> lines.add(row(all(each.work(), who))));
    }
    List<String> reasons = comparisons.stream().flatMap(ComparisonTable::reasons).toList();
    if (!reasons.isEmpty()) {
      lines.add("");
      lines.addAll(reasons);
    }
    return String.join("\n", lines);
  }

  private static Stream<Turns> turns(Comparison comparison) {
    Stream<Turns> beside =
        Stream.of(comparison.beside()).filter(turns -> !turns.isEmpty() || turns.hasFailed());
    return Stream.of(Stream.of(comparison.figment()), beside, comparison.peers().stream())
        .flatMap(each -> each);
  }

  private static Stream<String> reasons(Comparison comparison) {
    return turns(comparison)
        .filter(Turns::hasFailed)
        .map(who -> "- %s, %s: %s".formatted(comparison.work(), who.who(), who.failure()));
  }

  private static List<String> head(List<String> columns) {
    return List.of(row(columns), "|" + "---|".repeat(columns.size()));
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private List<String> summary(Comparison it) {
    Optional<Turns> figment = Optional.of(it.figment()).filter(turns -> !turns.isEmpty());
    return List.of(
        it.work(),
        cell(figment, ComparisonTable::step),
        cell(it.fastest(), peer -> step(peer) + ", " + peer.who()),
        cell(it.ratio(), ratio -> number("%.2f", ratio)),
        cell(figment, ComparisonTable::rate),
        cell(it.fastest(), ComparisonTable::rate),
        cell(figment, ComparisonTable::memory),
        cell(it.memoryShare(), share -> number("%.2f", share)),
        cell(figment, ComparisonTable::first),
        cell(it.startShare(), share -> number("%.2f", share)),
        cell(figment.flatMap(turns -> share(it.work(), turns)), share -> number("%.0f %%", share)),
        cell(it.slowdown(), ratio -> number("×%.2f", ratio)));
  }

  /** In percent. */
  private Optional<Double> share(String work, Turns figment) {
    return Optional.ofNullable(bounds.get(work))
        .map(least -> 100 * least / figment.milliseconds().median());
  }

  private static List<String> all(String work, Turns who) {
    Optional<Turns> told = Optional.of(who).filter(turns -> !turns.isEmpty());
    return List.of(
        work,
        who.who(),
        cell(told, ComparisonTable::step),
        cell(told.map(Turns::milliseconds), ComparisonTable::range),
        cell(told, ComparisonTable::rate),
        cell(told, ComparisonTable::memory),
        cell(told, ComparisonTable::first));
  }

  private static <T> String cell(Optional<T> value, Function<T, String> text) {
    return value.map(text).orElse(NONE);
  }

  private static String step(Turns who) {
    return milliseconds(who.milliseconds().median()) + " ms";
  }

  private static String range(MedianAndRange range) {
    return milliseconds(range.lowest()) + "–" + milliseconds(range.highest());
  }

  /** Three digits that say something. */
  private static String milliseconds(double value) {
    return number(value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
  }

  private static String rate(Turns who) {
    return number("%,.0f", who.imagesPerSecond());
  }

  private static String memory(Turns who) {
    return number("%,.0f MB", who.megabytes());
  }

  private static String first(Turns who) {
    return number("%.1f s", who.first());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
