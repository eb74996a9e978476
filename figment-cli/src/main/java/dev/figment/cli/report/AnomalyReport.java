package dev.figment.cli.report;

import static java.util.Locale.ROOT;

import dev.figment.metric.SignificantDigits;
import dev.figment.picture.ImageGrid;
import dev.figment.run.evaluation.Anomalies;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Image files as a model finds them unusual, the strangest first.
 *
 * @param shown how many of them
 */
public record AnomalyReport(Anomalies found, List<Path> files, int shown) {
  private static final int COLUMNS = 10;

  /** A file; the names are those of {@code --json}. No percentile where there is no test split. */
  record Line(int rank, String file, String score, double value, @Nullable Double percentile) {}

  /** The strangest first. */
  public List<Line> lines() {
    List<Integer> ranking = found.ranking();
    return IntStream.range(0, shown).mapToObj(rank -> line(rank + 1, ranking.get(rank))).toList();
  }

  private Line line(int rank, int image) {
    return new Line(
        rank,
        files.get(image).toString(),
        found.scores().name(),
        found.scores().values()[image],
        found.percentile(image));
  }

  /** Originals, and below each what the model makes of it. */
  public ImageGrid picture() {
    int[] worst = found.ranking().stream().limit(shown).mapToInt(each -> each).toArray();
    return found.images().only(worst).grid(Math.min(COLUMNS, shown));
  }

  /** Says why there are no percentiles, where there are none. */
  public void sayMissing(PrintWriter err) {
    if (found.missing() != null) {
      err.printf("no percentiles among the test split: %s%n", found.missing());
    }
  }

  public Table table() {
    Table table = Table.of("rank", "file", found.scores().name(), "percentile of test split");
    for (Line each : lines()) {
      table.row(
          String.valueOf(each.rank()),
          each.file(),
          SignificantDigits.of(each.value()),
          each.percentile() == null ? "-" : String.format(ROOT, "%.2f", each.percentile()));
    }
    return table;
  }
}
