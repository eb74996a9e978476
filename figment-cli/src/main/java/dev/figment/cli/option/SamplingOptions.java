package dev.figment.cli.option;

import dev.figment.Progress;
import dev.figment.metric.MetricName;
import dev.figment.model.Sampler;
import dev.figment.run.Run;
import dev.figment.run.evaluation.Sampling;
import dev.figment.run.exploration.Trained;
import dev.figment.run.quality.SampleEvaluation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Mixin of {@code evaluate}: which images of a model are measured, and by what. */
public final class SamplingOptions {
  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many images are generated (default: " + MetricName.COUNT + ").")
  private @Nullable Integer count;

  @Option(
      names = "--extractor",
      paramLabel = "FILE.onnx",
      description = "The Inception network whose features are compared (default: a classifier).")
  private @Nullable Path extractor;

  @Mixin private PriorOptions prior;
  @Mixin private TruncationOptions truncation;

  public void check() {
    prior.check();
    truncation.truncation();
  }

  /** Whether an option of samples was given. */
  public boolean isGiven() {
    return !names().isEmpty();
  }

  /** The options that were given, as the user knows them. */
  public String names() {
    String others = prior.names();
    return count != null ? "--count" : extractor != null ? "--extractor" : others;
  }

  /** Whether samples are measured where nobody says what: of what samples images. */
  public boolean fits(Trained trained) {
    return trained.is(Sampler.class) && trained.form().shape().isImage();
  }

  /**
   * Measures.
   *
   * @param metrics null for those that are quick
   * @param err is told what takes long before
   */
  public SampleEvaluation carryOut(
      Run run,
      Trained trained,
      @Nullable List<String> metrics,
      PrintWriter err,
      Progress progress) {
    Trained chosen = truncation.of(trained);
    IntFunction<float[]> points = images -> prior.draw(images, chosen, run::data, err);
    int images = count == null ? MetricName.COUNT : count;
    return new Sampling(images, prior.seed(), prior.words(chosen), points, extractor)
        .carryOut(run, chosen, metrics, progress);
  }
}
