package dev.figment.cli.command;

import dev.figment.UsageException;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.option.RunArgument;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.cli.report.EvaluationReport;
import dev.figment.data.Split;
import dev.figment.run.Run;
import dev.figment.run.evaluation.Evaluation;
import dev.figment.run.evaluation.EvaluationPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment evaluate}: a trained model as numbers. */
@Command(
    name = "evaluate",
    description = {
      "Measure a trained model on examples that it has not learned from.",
      "Numbers come with their protocol, and are added to the run's metrics.jsonl.",
      "Autoencoders and VAEs; of a GAN, look at samples."
    },
    footer = {
      "",
      "Example:  figment evaluate runs/00001-fashion-vae --data-dir data",
      "          figment evaluate RUN --metrics elbo,nll --samples 5000 --examples 1000",
      "Next:     figment reconstruct RUN, or figment anomaly RUN photo.jpg --resize"
    })
public final class EvaluateCommand implements Runnable {
  private static final int SAMPLES = 200;

  @Spec private CommandSpec spec;
  @Mixin private DataFolderOption data;
  @Mixin private EngineOptions engine;
  @Mixin private JsonOption json;

  @Mixin private RunArgument argument;

  @Option(
      names = "--metrics",
      split = ",",
      paramLabel = "NAME",
      description = {
        "mse, elbo, kl, … or nll, which is -log p(x) by",
        "importance sampling (default: all but nll)."
      })
  private @Nullable List<String> metrics;

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

  @Override
  public void run() {
    UsageException.require(
        samples == null || metrics != null && metrics.contains(EvaluationPlan.NLL),
        "--samples: only nll draws samples. Add it: --metrics elbo,nll");
    EvaluationPlan plan =
        new EvaluationPlan(metrics, samples == null ? SAMPLES : samples, examples, split);
    try (Run run = argument.open(engine.settings(data.folder()));
        TaskProgress progress = TaskProgress.on(spec.commandLine().getErr())) {
      Evaluation evaluation = plan.carryOut(run, progress);
      progress.close();
      print(new EvaluationReport(evaluation, run), run);
    }
  }

  private void print(EvaluationReport report, Run run) {
    json.print(
        report.report(),
        out -> {
          report.table().print(out);
          spec.commandLine().getErr().printf("added to: %s%n", run.folder().metrics());
        });
  }
}
