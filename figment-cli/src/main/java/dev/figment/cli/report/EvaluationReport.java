package dev.figment.cli.report;

import static java.util.Locale.ROOT;

import dev.figment.data.Binarization;
import dev.figment.data.DataRecipe;
import dev.figment.run.Run;
import dev.figment.run.evaluation.Evaluation;
import dev.figment.run.evaluation.Measurement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was measured of a run's model, with its protocol. */
public record EvaluationReport(Evaluation evaluation, Run run) {
  /**
   * What was measured; the names are those of {@code --json}.
   *
   * @param data as the recipe has it, of the split that was asked for
   */
  record Report(
      String run,
      String recipe,
      long step,
      double kimg,
      DataRecipe data,
      int examples,
      int of,
      long seed,
      List<Line> metrics) {
    static Report of(Run run, Evaluation evaluation) {
      return new Report(
          run.folder().path().toString(),
          run.recipe().recipe(),
          evaluation.step(),
          evaluation.kimg(),
          evaluation.data(),
          evaluation.examples(),
          evaluation.of(),
          evaluation.seed(),
          evaluation.measurements().stream().map(Line::of).toList());
    }
  }

  /** A metric; the error is null where one example is too few to know it. */
  record Line(
      String metric, double value, @Nullable Double standardError, int samples, String unit) {
    static Line of(Measurement each) {
      double error = each.estimate().standardError();
      return new Line(
          each.metric(),
          each.estimate().mean(),
          Double.isFinite(error) ? error : null,
          each.samples(),
          each.unit());
    }
  }

  /** For {@code --json}. */
  public Report report() {
    return Report.of(run, evaluation);
  }

  public Table table() {
    Table table =
        Table.of("metric", "value", "std. error", "unit", "examples", "samples", "pixels");
    for (Measurement each : evaluation.measurements()) {
      double error = each.estimate().standardError();
      table.row(
          each.metric(),
          SignificantDigits.of(each.estimate().mean(), error),
          SignificantDigits.error(error),
          each.unit(),
          examples(),
          each.samples() == 0 ? "-" : String.valueOf(each.samples()),
          pixels(evaluation.data()));
    }
    return table;
  }

  /** {@code 1,000 of 10,000, mnist/test}. */
  private String examples() {
    String count =
        evaluation.examples() == evaluation.of()
            ? String.format(ROOT, "%,d", evaluation.of())
            : String.format(ROOT, "%,d of %,d", evaluation.examples(), evaluation.of());
    DataRecipe data = evaluation.data();
    String classes =
        data.classes() == null ? "" : " (only %s)".formatted(String.join(", ", data.classes()));
    return "%s, %s/%s%s".formatted(count, data.set(), data.split(), classes);
  }

  private static String pixels(DataRecipe data) {
    return data.binarization() == Binarization.NONE
        ? "not binarized, " + data.range()
        : data.binarization() + " binarization";
  }
}
