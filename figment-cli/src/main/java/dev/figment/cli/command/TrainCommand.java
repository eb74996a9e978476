package dev.figment.cli.command;

import dev.figment.cli.option.DataFolderOption;
import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.LengthOptions;
import dev.figment.cli.option.NewRunOption;
import dev.figment.cli.option.ProfileOptions;
import dev.figment.cli.option.RecipeOptions;
import dev.figment.cli.progress.ProfiledTraining;
import dev.figment.cli.progress.TrainingPlan;
import dev.figment.cli.progress.TrainingSession;
import dev.figment.data.ImageSet;
import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code figment train}: a recipe into a new run. */
@Command(
    name = "train",
    description = {
      "Train a recipe.",
      "Pictures, statistics and checkpoints go to a new run folder.",
      "Ctrl-C stops after the step at hand, with a checkpoint."
    },
    footer = {
      "",
      "Example:  figment train mnist-dcgan --data-dir data --epochs 3",
      "          figment train mnist-dcgan --init runs/00001-mnist-dcgan --seed 2",
      "Next:     figment sample RUN, or figment resume RUN after a stop"
    })
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RecipeOptions recipe;
  @Mixin private NewRunOption folder;
  @Mixin private LengthOptions length;
  @Mixin private DataFolderOption data;
  @Mixin private EngineOptions engine;
  @Mixin private ProfileOptions profile;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of everything random.")
  private @Nullable Long seed;

  @Option(
      names = "--init",
      paramLabel = "RUN|FILE",
      description = {
        "Begin with the weights of another run, or of a file, where they fit by name and",
        "shape; what does not is said. It is the recipe's train.init."
      })
  private @Nullable String init;

  @Option(names = "--dry-run", description = "Check recipe and data, and say what would be done.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Map<String, String> changes = new LinkedHashMap<>(length.changes());
    if (seed != null) {
      changes.put("seed", String.valueOf(seed));
    }
    Recipe chosen = initialized(recipe.recipe(changes));
    return dryRun ? say(chosen) : train(chosen);
  }

  private Recipe initialized(Recipe chosen) {
    return init == null ? chosen : chosen.withTrain(chosen.train().withInit(init));
  }

  private int train(Recipe chosen) {
    Settings settings = engine.settings(data.folder());
    ProfiledTraining profiled = profile.of(settings.device());
    try (Run run = folder.create(chosen, settings)) {
      return new TrainingSession(run, settings.device(), spec.commandLine(), profiled).train();
    }
  }

  private int say(Recipe chosen) {
    Path target = folder.folder(chosen);
    Settings settings = engine.settings(data.folder());
    ImageSet set = Run.check(target, chosen, settings);
    new TrainingPlan(chosen, set, settings.device()).print(spec.commandLine().getErr());
    spec.commandLine().getErr().printf("  run       %s (dry run: not made)%n", target);
    return 0;
  }
}
