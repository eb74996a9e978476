package dev.figment.bench;

import dev.figment.metric.ModeCoverage;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What trainings of one recipe, of a seed each, came to: a row of the table of {@link Ring}.
 *
 * @param coverages of each seed, at least one
 * @param seconds of CPU time of those trainings that were not there before
 */
record RingRow(String recipe, List<ModeCoverage> coverages, long steps, List<Double> seconds) {
  static final String HEAD =
      "| recipe | modes covered | of 20 and more | good samples | divergence | steps | CPU seconds"
          + " |\n"
          + "|---|---|---|---|---|---|---|";

  /** In Markdown: means over the seeds, with the least and the most. */
  String toLine() {
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %s | %s | %s | %,d | %s |",
        recipe,
        over("%.1f (%.0f to %.0f)", ModeCoverage::covered),
        over("%.1f (%.0f to %.0f)", each -> each.covered(20)),
        over("%.0f %% (%.0f to %.0f)", each -> 100 * each.goodShare()),
        over("%.2f (%.2f to %.2f)", ModeCoverage::divergence),
        steps,
        seconds.isEmpty() ? "" : "%.0f".formatted(mean(seconds)));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private String over(String format, ToDoubleFunction<ModeCoverage> number) {
    var all = coverages.stream().mapToDouble(number).summaryStatistics();
    return String.format(Locale.ROOT, format, all.getAverage(), all.getMin(), all.getMax());
  }
}
