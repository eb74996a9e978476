package dev.figment.cli.command;

import dev.figment.cli.option.EngineOptions;
import dev.figment.cli.option.LengthOptions;
import dev.figment.cli.option.NewRunOption;
import dev.figment.cli.progress.TrainingSession;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.recipe.Recipes;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code figment demo}: everything once, in minutes, with nothing to download. */
@Command(
    name = "demo",
    description = {
      "Train a small model and sample from it, in minutes.",
      "The recipe is " + DemoCommand.RECIPE + ", on digits that Figment draws itself: no download."
    },
    footer = {
      "",
      "Example:  figment demo",
      "Next:     figment runs, then figment sample RUN --grid 8x8 --seed 7"
    })
public final class DemoCommand implements Callable<Integer> {
  static final String RECIPE = "glyphs-dcgan";
  private static final int SIDE = 8;

  @Spec private CommandSpec spec;
  @Mixin private NewRunOption folder;
  @Mixin private LengthOptions length;
  @Mixin private EngineOptions engine;

  @Override
  public Integer call() {
    Map<String, String> changes = length.changes();
    Recipe recipe = Recipes.named(RECIPE);
    Recipe changed = changes.isEmpty() ? recipe : RecipeFormat.changed(recipe, changes);
    Settings settings = engine.settings(null);
    try (Run run = folder.create(changed, settings)) {
      int code = new TrainingSession(run, settings.device(), spec.commandLine()).train();
      if (code == 0) {
        sample(run);
      }
      return code;
    }
  }

  private void sample(Run run) {
    Path samples = run.folder().picture("samples-seed1.png");
    run.sample(SIDE * SIDE, 1).grid(SIDE, SIDE).writePng(samples);
    var err = spec.commandLine().getErr();
    err.printf("samples:  %s%n", samples);
    err.printf("also:     figment summary %s%n", RECIPE);
    err.printf(
        "          figment show %s > mine.yaml, change it, figment train mine.yaml%n", RECIPE);
  }
}
