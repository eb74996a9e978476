package dev.figment.cli.command;

import dev.figment.DataException;
import dev.figment.UsageException;
import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.EvaluationOptions;
import dev.figment.cli.option.JsonOption;
import dev.figment.cli.option.RunArgument;
import dev.figment.cli.option.SamplingOptions;
import dev.figment.cli.progress.TaskProgress;
import dev.figment.cli.report.EvaluationReport;
import dev.figment.metric.MetricName;
import dev.figment.run.Run;
import dev.figment.run.evaluation.Evaluation;
import dev.figment.run.evaluation.EvaluationPlan;
import dev.figment.run.exploration.Trained;
import dev.figment.run.quality.SampleEvaluation;
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
      "Measure a trained model: what it makes of examples that it has not learned from, and what it"
          + " generates against those that it has.",
      "Numbers come with their protocol, and are added to the run's metrics.jsonl."
    },
    footer = {
      "",
      "On examples: mse, elbo, kl, … as the model has them; nll, which is -log p(x) by",
      "             importance sampling; discriminator-accuracy of a GAN.",
      "Of samples:  fd, kd, cs, precision, recall, density, coverage and ppl, by features",
      "             of a classifier that Figment trains once on the run's set, or of the",
      "             original Inception network (--extractor): fid, kid, is, …;",
      "             swd, ms-ssim and nearest, by pixels; class-share and cas where the",
      "             model knows classes. A count may follow: fd5k, swd2k.",
      "Default:     all but nll, cs, ppl and cas; of a plain autoencoder on examples.",
      "",
      "Example:  figment evaluate runs/00001-mnist-dcgan --data-dir data",
      "          figment evaluate RUN --metrics fd5k,recall5k --checkpoint best",
      "          figment evaluate RUN --metrics elbo,nll --samples 5000 --examples 1000",
      "Next:     figment report RUN, or figment compare RUN OTHER"
    })
public final class EvaluateCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private DataFolderOption data;
  @Mixin private EngineOptions engine;
  @Mixin private JsonOption json;

  @Mixin private RunArgument argument;

  @Option(
      names = "--metrics",
      split = ",",
      paramLabel = "NAME",
      description = "What to measure; see below (default: all that is quick).")
  private @Nullable List<String> metrics;

  @Mixin private EvaluationOptions examples;
  @Mixin private SamplingOptions sampling;

  @Override
  public void run() {
    examples.check(metrics);
    sampling.check();
    try (Run run = argument.open(engine.settings(data.folder()));
        TaskProgress progress = TaskProgress.on(spec.commandLine().getErr())) {
      Trained trained = run.trained();
      Evaluation ofExamples = ofExamples(run, trained, progress);
      SampleEvaluation ofSamples = ofSamples(run, trained, progress);
      progress.close();
      print(new EvaluationReport(run, trained, ofExamples, ofSamples), run);
    }
  }

  private @Nullable Evaluation ofExamples(Run run, Trained trained, TaskProgress progress) {
    List<String> names =
        metrics == null
            ? null
            : metrics.stream().filter(each -> !MetricName.isKnown(each)).toList();
    boolean isAsked =
        names == null ? EvaluationPlan.fits(trained) || !sampling.fits(trained) : !names.isEmpty();
    if (!isAsked) {
      return null;
    }
    try {
      return examples.plan(names, run).carryOut(run, progress);
    } catch (DataException e) {
      if (names != null || !sampling.fits(trained)) {
        throw e;
      }
      spec.commandLine().getErr().println("samples alone: " + e.getMessage());
      return null;
    }
  }

  private @Nullable SampleEvaluation ofSamples(Run run, Trained trained, TaskProgress progress) {
    List<String> names =
        metrics == null ? null : metrics.stream().filter(MetricName::isKnown).toList();
    boolean isAsked = names == null ? sampling.fits(trained) : !names.isEmpty();
    UsageException.require(
        isAsked || !sampling.isGiven(),
        "%s: is for metrics of samples, and none is measured. Ask for one, as in --metrics fd,swd.",
        sampling.names());
    return isAsked
        ? sampling.carryOut(run, trained, names, spec.commandLine().getErr(), progress)
        : null;
  }

  private void print(EvaluationReport report, Run run) {
    json.print(
        report.report(),
        out -> {
          report.print(out);
          spec.commandLine().getErr().printf("added to: %s%n", run.folder().metrics());
        });
  }
}
