package dev.figment.cli.command;

import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.LengthOptions;
import dev.figment.cli.option.RecipeChanges;
import dev.figment.cli.progress.TrainingSession;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.folder.RecipeRevision;
import dev.figment.run.folder.RunFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code figment resume}: a run that was stopped goes on. */
@Command(
    name = "resume",
    description = {
      "Go on with a run from its newest checkpoint.",
      "The outcome is as if it had never stopped, bit for bit with the same",
      "number of threads on the same CPU.",
      "",
      "It can be made longer, and what is watched, learning rates and the place of a",
      "folder or archive of images can be changed: recipe.yaml is written anew, and",
      "what changed is said."
    },
    footer = {
      "",
      "Example:  figment resume runs/00001-mnist-dcgan --data-dir data",
      "          figment resume runs/00001-mnist-dcgan --epochs 120",
      "          figment resume RUN --set model.gan.optimizer.generator.adam.learningRate=1e-4",
      "          figment resume RUN --set data.set=/new/place/of/photos",
      "Next:     figment sample RUN"
    })
public final class ResumeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataFolderOption data;
  @Mixin private EngineOptions engine;
  @Mixin private LengthOptions length;
  @Mixin private RecipeChanges changes;

  @Option(
      names = "--force",
      description = "Go on though the recipe or the data are not what they were.")
  private boolean forced;

  @Parameters(paramLabel = "RUN", description = "The folder of the run.")
  private Path folder;

  @Override
  public Integer call() {
    Settings settings = engine.settings(data.folder()).withForced(forced);
    Map<String, String> changed = changes.with(length.changes());
    if (!changed.isEmpty()) {
      RecipeRevision.make(RunFolder.open(folder), changed, forced)
          .forEach(each -> spec.commandLine().getErr().printf("changed:  %s%n", each));
    }
    try (Run run = Run.open(folder, settings)) {
      if (run.folder().checkpoints().all().isEmpty()) {
        spec.commandLine().getErr().println("no checkpoint yet: starting at step 0");
      }
      return new TrainingSession(run, settings.device(), spec.commandLine()).train();
    }
  }
}
