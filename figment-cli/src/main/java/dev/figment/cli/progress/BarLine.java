package dev.figment.cli.progress;

import dev.figment.metric.SignificantDigits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * The line of a bar. What does not fit into the terminal's columns is left out, the least telling
 * first: {@code 45 % ━━━━━━━ 450/1,000 left 43 s d1 0.65 d2 0.70 g 0.72 410 images/s}.
 */
final class BarLine implements ProgressBarRenderer {
  private static final int LEAST_BAR = 8;
  private static final int MOST_BAR = 40;
  private static final int BAR = 6;

  private final boolean hasRate;
  private volatile List<String> message = List.of();

  /**
   * A part of the line.
   *
   * @param weight of two that do not fit both, the one with the smaller weight stays
   * @param text nothing where there is none
   */
  private record Part(int weight, String text) {}

  /**
   * @param hasRate whether it says how many come in a second
   */
  BarLine(boolean hasRate) {
    this.hasRate = hasRate;
  }

  /**
   * @param parts what stands behind it, the most telling first; that one is never left out
   */
  void message(List<String> parts) {
    message = List.copyOf(parts);
  }

  @Override
  public String render(ProgressState state, int columns) {
    long done = state.getCurrent();
    double nanosPerStep =
        (double) state.getElapsedAfterStart().toNanos() / (done - state.getStart());
    return line(state.getTaskName(), done, state.getMax(), nanosPerStep, columns);
  }

  /**
   * @param nanosPerStep that it took so far; infinite before the first step
   * @param columns that it fills but for the last, where terminals would begin a new line
   */
  String line(String name, long done, long planned, double nanosPerStep, int columns) {
    long most = Math.max(planned, done); // how many there would be may have been estimated
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(1, name));
    parts.add(new Part(2, percent(done, most)));
    parts.add(new Part(BAR, bar(done, most, LEAST_BAR)));
    parts.add(new Part(5, String.format(Locale.ROOT, "%,d/%,d", done, most)));
    parts.add(new Part(3, left(most - done, nanosPerStep)));
    parts.add(new Part(7, rate(nanosPerStep)));
    List<String> said = message;
    for (int i = 0; i < said.size(); i++) {
      parts.add(new Part(weight(i), said.get(i)));
    }
    return fitted(parts, done, most, columns - 1);
  }

  /** Losses are never left out; what comes second is worth less than the time that is left. */
  private static int weight(int saidAs) {
    return switch (saidAs) {
      case 0 -> 0;
      case 1 -> 4;
      default -> 7 + saidAs;
    };
  }

  private static String fitted(List<Part> parts, long done, long most, int columns) {
    Set<Part> kept = new HashSet<>();
    int room = columns + 1;
    for (Part part : parts.stream().sorted(Comparator.comparingInt(Part::weight)).toList()) {
      int length = part.text.length() + 1;
      if (length > 1 && (length <= room || kept.isEmpty())) {
        kept.add(part);
        room -= length;
      }
    }
    String bar = bar(done, most, Math.min(LEAST_BAR + Math.max(0, room), MOST_BAR));
    String line =
        parts.stream()
            .filter(kept::contains)
            .map(part -> part.weight == BAR ? bar : part.text)
            .collect(Collectors.joining(" "));
    return line.length() > columns
        ? line.substring(0, columns)
        : line + " ".repeat(columns - line.length());
  }

  private static String bar(long done, long most, int length) {
    int full = (int) (length * done / Math.max(1, most));
    return "━".repeat(full) + "╌".repeat(length - full);
  }

  private static String percent(long done, long most) {
    return 100 * done / Math.max(1, most) + " %";
  }

  private String rate(double nanosPerStep) {
    boolean isKnown = nanosPerStep > 0 && nanosPerStep < Double.POSITIVE_INFINITY;
    return hasRate && isKnown ? SignificantDigits.of(1e9 / nanosPerStep) + "/s" : "";
  }

  private static String left(long steps, double nanosPerStep) {
    double nanos = steps * nanosPerStep;
    return nanos < Long.MAX_VALUE
        ? "left " + ConsoleProgress.words(Duration.ofNanos((long) nanos))
        : "";
  }
}
