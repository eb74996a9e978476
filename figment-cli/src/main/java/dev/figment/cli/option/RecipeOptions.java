package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Architecture;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.recipe.Recipes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mixin of the commands that take a recipe: which one, and what to change in it. */
public final class RecipeOptions {
  @Parameters(
      paramLabel = "RECIPE",
      description = "A bundled recipe (figment recipes lists them), or a file that ends in .yaml.")
  private String recipe;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Change one value, named from the top; may be repeated:",
        "--set train.batch=128 --set model.gan.latent=16"
      })
  private List<String> changes = List.of();

  /** What was typed: a name or a file. */
  public String typed() {
    return recipe;
  }

  public boolean changesSomething() {
    return !changes.isEmpty();
  }

  public Recipe recipe() {
    return recipe(Map.of());
  }

  /**
   * The recipe with all changes made at once.
   *
   * @param more changes of other options, which win
   */
  public Recipe recipe(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>();
    changes.forEach(change -> all.put(key(change), change.substring(key(change).length() + 1)));
    all.putAll(more);
    Recipe written = Recipes.find(recipe);
    return all.isEmpty() ? written : RecipeFormat.changed(written, all);
  }

  private static String key(String change) {
    int end = change.indexOf('=');
    UsageException.require(
        end > 0, "--set: expected KEY=VALUE as in --set train.batch=64, got %s.", change);
    return change.substring(0, end);
  }

  /** The networks of a recipe, for examples as its data gives them. */
  public static List<Architecture> architectures(Recipe recipe, Path dataFolder) {
    return recipe.model().architectures(ImageSets.formOf(recipe.data(), dataFolder));
  }
}
