package dev.figment.cli.report;

import static java.util.Locale.ROOT;

import dev.figment.metric.Estimate;
import dev.figment.metric.Measurement;
import dev.figment.metric.Protocol;
import dev.figment.metric.SignificantDigits;
import dev.figment.run.quality.SampleEvaluation;
import java.io.PrintWriter;
import java.util.List;

/** What was measured of samples: a table, and the protocol below it. */
record SampleReport(SampleEvaluation evaluation) {
  void print(PrintWriter out) {
    table(evaluation.measurements()).print(out);
    out.println();
    words(evaluation.protocol()).forEach(out::println);
  }

  private static Table table(List<Measurement> measurements) {
    Table table = Table.of("metric", "value", "95 % interval", "unit");
    for (Measurement each : measurements) {
      Estimate estimate = each.estimate();
      double error = estimate.standardError();
      table.row(
          each.metric(),
          SignificantDigits.of(estimate.mean(), error),
          Double.isFinite(error)
              ? "%s to %s"
                  .formatted(
                      SignificantDigits.of(estimate.low(), error),
                      SignificantDigits.of(estimate.high(), error))
              : "-",
          each.unit());
    }
    return table;
  }

  private static List<String> words(Protocol protocol) {
    String truncation =
        protocol.truncation() == null ? "" : ", truncation " + protocol.truncation();
    String images =
        String.format(
            ROOT,
            "generated: %,d images, %s, from %s weights of points drawn %s, seed %d%s",
            protocol.generated(),
            protocol.quantization(),
            protocol.weights(),
            protocol.prior(),
            protocol.seed(),
            truncation);
    String reference =
        String.format(
            ROOT,
            "reference: %,d images of %s/%s (%s)",
            protocol.reference(),
            protocol.referenceSet(),
            protocol.referenceSplit(),
            protocol.referenceFingerprint());
    return protocol.extractor() == null
        ? List.of(images, reference)
        : List.of(
            images,
            reference,
            "features:  %s %s, resize %s"
                .formatted(protocol.extractor(), protocol.extractorHash(), protocol.resize()));
  }
}
