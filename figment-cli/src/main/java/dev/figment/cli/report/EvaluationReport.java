package dev.figment.cli.report;

import static java.util.Locale.ROOT;

import dev.figment.data.Binarization;
import dev.figment.data.DataRecipe;
import dev.figment.metric.Estimate;
import dev.figment.metric.Measurement;
import dev.figment.metric.SignificantDigits;
import dev.figment.run.Run;
import dev.figment.run.evaluation.Evaluation;
import dev.figment.run.exploration.Trained;
import dev.figment.run.quality.SampleEvaluation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a run's model, with its protocol.
 *
 * @param ofExamples null where nothing was
 * @param ofSamples null likewise
 */
public record EvaluationReport(
    Run run,
    Trained trained,
    @Nullable Evaluation ofExamples,
    @Nullable SampleEvaluation ofSamples) {
  /** What was measured; the names are those of {@code --json}. */
  record Report(
      String run,
      String recipe,
      long step,
      double kimg,
      @Nullable DataRecipe data,
      @Nullable Integer examples,
      @Nullable Integer of,
      @Nullable Long seed,
      List<Line> metrics,
      @Nullable Samples samples) {}

  /**
   * What was measured of samples.
   *
   * @param protocol as in {@code metrics.jsonl}
   */
  record Samples(Map<String, Object> protocol, List<Line> metrics) {}

  /**
   * A metric.
   *
   * @param standardError null where it is not known, of a single example
   * @param low of the 95 % interval
   */
  record Line(
      String metric,
      double value,
      @Nullable Double standardError,
      @Nullable Double low,
      @Nullable Double high,
      int samples,
      String unit) {
    static Line of(Measurement each) {
      Estimate estimate = each.estimate();
      boolean isKnown = Double.isFinite(estimate.standardError());
      return new Line(
          each.metric(),
          estimate.mean(),
          isKnown ? estimate.standardError() : null,
          isKnown ? estimate.low() : null,
          isKnown ? estimate.high() : null,
          each.samples(),
          each.unit());
    }
  }

  /** For {@code --json}. */
  public Report report() {
    return new Report(
        run.folder().path().toString(),
        run.recipe().recipe(),
        trained.position().step(),
        trained.position().kimg(),
        ofExamples == null ? null : ofExamples.data(),
        ofExamples == null ? null : ofExamples.examples(),
        ofExamples == null ? null : ofExamples.of(),
        ofExamples == null ? null : ofExamples.seed(),
        ofExamples == null ? List.of() : lines(ofExamples.measurements()),
        ofSamples == null
            ? null
            : new Samples(ofSamples.protocol().toMap(), lines(ofSamples.measurements())));
  }

  private static List<Line> lines(List<Measurement> measurements) {
    return measurements.stream().map(Line::of).toList();
  }

  /** The tables, and the protocol of samples below theirs. */
  public void print(PrintWriter out) {
    if (ofExamples != null) {
      table(ofExamples).print(out);
    }
    if (ofExamples != null && ofSamples != null) {
      out.println();
    }
    if (ofSamples != null) {
      new SampleReport(ofSamples).print(out);
    }
  }

  private static Table table(Evaluation evaluation) {
    Table table =
        Table.of("metric", "value", "std. error", "unit", "examples", "samples", "pixels");
    for (Measurement each : evaluation.measurements()) {
      double error = each.estimate().standardError();
      table.row(
          each.metric(),
          SignificantDigits.of(each.estimate().mean(), error),
          SignificantDigits.error(error),
          each.unit(),
          examples(evaluation),
          each.samples() == 0 ? "-" : String.valueOf(each.samples()),
          pixels(evaluation.data()));
    }
    return table;
  }

  /** {@code 1,000 of 10,000, mnist/test}. */
  private static String examples(Evaluation evaluation) {
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
