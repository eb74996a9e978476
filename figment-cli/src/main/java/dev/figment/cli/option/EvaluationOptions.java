package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.data.Split;
import dev.figment.run.evaluation.EvaluationPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--split",
      paramLabel = "train|test|all",
      defaultValue = "test",
      description = "Which part of the run's data set (default: ${DEFAULT-VALUE}).")
  private Split split;

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

  public EvaluationPlan plan(@Nullable List<String> metrics) {
    return new EvaluationPlan(metrics, samples == null ? SAMPLES : samples, examples, split);
  }
}
