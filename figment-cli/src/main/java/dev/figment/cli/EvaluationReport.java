package dev.figment.cli;

import static java.util.Locale.ROOT;

import dev.figment.data.Binarization;
import dev.figment.data.DataRecipe;
import dev.figment.run.Run;
import dev.figment.run.evaluation.Evaluation;
import dev.figment.run.evaluation.Measurement;
import java.util.List;
import picocli.CommandLine;

/** What was measured of a run's model, with its protocol. */
record EvaluationReport(Evaluation evaluation, Run run) {
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
  record Line(String metric, double value, Double standardError, int samples, String unit) {
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

  void print(JsonOption json, CommandLine line) {
    if (json.asked()) {
      json.print(Report.of(run, evaluation));
    } else {
      table().print(line.getOut());
      line.getErr().printf("added to: %s%n", run.folder().metrics());
    }
  }

  private Table table() {
    Table table =
        Table.of("metric", "value", "std. error", "unit", "examples", "samples", "pixels");
    for (Measurement each : evaluation.measurements()) {
      double error = each.estimate().standardError();
      table.row(
          each.metric(),
          Significant.digits(each.estimate().mean(), error),
          Significant.error(error),
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
