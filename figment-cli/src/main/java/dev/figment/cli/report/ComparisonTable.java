package dev.figment.cli.report;

import dev.figment.metric.SignificantDigits;
import dev.figment.run.report.ComparedMetric;
import dev.figment.run.report.ComparedMetric.Result;
import dev.figment.run.report.ComparedMetric.Value;
import dev.figment.run.report.RunsReport;
import dev.figment.run.watching.RunComparison.Compared;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs as columns of a table. */
public record ComparisonTable(RunsReport report) {
  private static final int MOST_OF_A_GROUP = 6;
  private static final int MOST_LETTERS = 28;

  /** Which run is which, the table, and why runs are not ranked. */
  public void print(PrintWriter text) {
    List<Compared> runs = report.curves().runs();
    for (int i = 0; i < runs.size(); i++) {
      text.printf("%d: %s%n", i + 1, runs.get(i).run());
    }
    Table table =
        Table.of(row("", IntStream.rangeClosed(1, runs.size()).mapToObj(String::valueOf)));
    addRuns(table, runs);
    report.metrics().forEach(each -> add(table, each));
    addDifferences(table);
    table.print(text);
    report.metrics().forEach(each -> notes(each, text));
  }

  private void addRuns(Table table, List<Compared> runs) {
    table.row(row("recipe", runs.stream().map(Compared::recipe)));
    table.row(row("step", runs.stream().map(each -> String.valueOf(each.step()))));
    table.row(row("kimg", runs.stream().map(each -> oneDecimal(each.kimg()))));
    table.row(row("time", runs.stream().map(each -> time(each.seconds()))));
    table.row(row("images/s", runs.stream().map(each -> whole(each.imagesPerSecond()))));
    for (String name : report.curves().names()) {
      table.row(row(name, runs.stream().map(each -> last(each, name))));
    }
  }

  private static String[] row(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).toArray(String[]::new);
  }

  private static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String time(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  private static String last(Compared run, String name) {
    return SignificantDigits.of(Objects.requireNonNull(run.last().get(name)));
  }

  /** Each by itself; those of layers that have many as one row. */
  private void addDifferences(Table table) {
    Map<String, List<String>> groups =
        report.differences().keySet().stream()
            .collect(
                Collectors.groupingBy(ComparisonTable::group, TreeMap::new, Collectors.toList()));
    groups.forEach(
        (group, keys) -> {
          if (keys.size() > MOST_OF_A_GROUP) {
            String more = group + ": " + keys.size() + " values differ (--html, --json)";
            table.row(row(more, report.curves().runs().stream().map(run -> "")));
          } else {
            keys.forEach(key -> addDifference(table, key));
          }
        });
  }

  /** Of a key in a list, {@code model.gan.generator.0.dense.units}, that list. */
  private static String group(String key) {
    return key.replaceFirst("\\.\\d+(\\..*)?$", "");
  }

  private void addDifference(Table table, String key) {
    List<String> values = Objects.requireNonNull(report.differences().get(key));
    table.row(row(key, values.stream().map(ComparisonTable::cell)));
  }

  private static String cell(String value) {
    String shown = value.isEmpty() ? "-" : value;
    return shown.length() <= MOST_LETTERS ? shown : shown.substring(0, MOST_LETTERS - 1) + "…";
  }

  private static void add(Table table, ComparedMetric metric) {
    if (metric.runs().stream().anyMatch(each -> !Objects.equals(each.best(), each.last()))) {
      table.row(row(metric.metric() + " last", cells(metric, Result::last, null)));
    }
    if (metric.runs().stream().anyMatch(each -> each.best() != null)) {
      table.row(row(metric.metric() + " best", cells(metric, Result::best, metric.winner())));
    }
  }

  private static Stream<String> cells(
      ComparedMetric metric, Function<Result, @Nullable Value> which, @Nullable Integer winner) {
    return IntStream.range(0, metric.runs().size())
        .mapToObj(
            i -> {
              Value value = which.apply(metric.runs().get(i));
              String mark = Integer.valueOf(i).equals(winner) ? " *" : "";
              return value == null ? "-" : words(value) + mark;
            });
  }

  /** {@code 12.31 ± 0.21 at 937}. */
  private static String words(Value value) {
    double error = value.standardError() == null ? 0 : value.standardError();
    String spread = error > 0 ? " ± " + SignificantDigits.error(error) : "";
    return SignificantDigits.of(value.value(), error) + spread + " at " + value.step();
  }

  private static void notes(ComparedMetric metric, PrintWriter text) {
    if (!metric.notes().isEmpty()) {
      String said = metric.ranked() ? "ranked, though they differ" : "not ranked";
      text.printf("%s: %s: %s%n", metric.metric(), said, String.join("; ", metric.notes()));
    }
  }
}
