package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.set.ImageSets;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.recipe.Recipes;
import dev.figment.run.Settings;
import dev.figment.run.exploration.RestoredModel;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Mixin of {@code sample}: the model of a recipe before its training, in place of a run's. */
public final class UntrainedOptions {
  @Option(
      names = "--untrained",
      description =
          "What a recipe's model makes before it has learned anything: name a RECIPE in place of"
              + " the run. The weights are those that its seed begins with.")
  private boolean asked;

  @Mixin private RecipeChanges changes;

  public boolean isAsked() {
    return asked;
  }

  public void check() {
    UsageException.require(
        asked || !changes.areGiven(),
        "--set: changes a recipe, and a run has its own. Add --untrained, or leave --set out.");
  }

  /** The recipe as asked for. */
  public Recipe recipe(String typed) {
    Recipe written = Recipes.find(typed);
    return changes.areGiven() ? RecipeFormat.changed(written, changes.with(Map.of())) : written;
  }

  /** Its model; nothing of the data is read, unless it is of a path. */
  public static RestoredModel model(Recipe recipe, Settings settings) {
    ExampleForm form = ImageSets.formOf(recipe.data(), settings.dataFolder());
    return RestoredModel.atStart(recipe, form, settings.device());
  }
}
