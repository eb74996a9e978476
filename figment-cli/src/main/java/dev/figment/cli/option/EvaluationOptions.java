package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.run.Run;
import dev.figment.run.evaluation.EvaluationPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Mixin of {@code evaluate}: on which examples a model is measured. */
public final class EvaluationOptions {
  private static final int SAMPLES = 200;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Draws of nll for each example (default: " + SAMPLES + ").")
  private @Nullable Integer samples;

  @Option(
      names = "--examples",
      paramLabel = "N",
      description = "How many, taken evenly from the split (default: all).")
  private @Nullable Integer examples;

  @Mixin private SplitOption split;

  /**
   * Refuses draws that nothing makes.
   *
   * @param metrics as they were asked for; null for those that are quick
   */
  public void check(@Nullable List<String> metrics) {
    UsageException.require(
        samples == null || metrics != null && metrics.contains(EvaluationPlan.NLL),
        "--samples: only nll draws samples. Add it: --metrics elbo,nll");
  }

  public EvaluationPlan plan(@Nullable List<String> metrics, Run run) {
    int draws = samples == null ? SAMPLES : samples;
    return new EvaluationPlan(metrics, draws, examples, split.of(run));
  }
}
