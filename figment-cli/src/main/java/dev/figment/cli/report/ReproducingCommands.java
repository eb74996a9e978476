package dev.figment.cli.report;

import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import dev.figment.recipe.RecipeFormat;
import dev.figment.recipe.Recipes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The command lines that make a run and its page again.
 *
 * @param recipe that it was trained by
 * @param run its folder
 * @param seed of the page
 */
public record ReproducingCommands(Recipe recipe, Path run, long seed) {
  /** To train it again in another folder, and to make its page. */
  public List<String> lines() {
    String data = recipe.data().namesPath() ? "" : " --data-dir DATA";
    return List.of(
        "figment train %s%s --run AGAIN".formatted(recipeWords(), data),
        "figment report AGAIN%s --seed %d".formatted(data, seed));
  }

  /** The recipe as a command takes it: by its name where single values make it again. */
  private String recipeWords() {
    String file = ShellWord.of(run.resolve("recipe.yaml"));
    if (!Recipes.names().contains(recipe.recipe())) {
      return file;
    }
    Recipe builtIn = Recipes.named(recipe.recipe());
    Map<String, String> changes = new LinkedHashMap<>();
    for (RecipeDifference each : differences(builtIn)) {
      changes.put(each.key(), Objects.requireNonNullElse(each.after(), "null"));
    }
    return isMadeBy(builtIn, changes) ? named(changes) : file;
  }

  private List<RecipeDifference> differences(Recipe builtIn) {
    return RecipeDifference.between(builtIn, recipe).stream()
        .filter(each -> !each.key().equals("about"))
        .toList();
  }

  private boolean isMadeBy(Recipe builtIn, Map<String, String> changes) {
    try {
      Recipe made = changes.isEmpty() ? builtIn : RecipeFormat.changed(builtIn, changes);
      return differences(made).isEmpty();
    } catch (UsageException e) {
      return false; // the file of the recipe has it all
    }
  }

  private String named(Map<String, String> changes) {
    StringBuilder words = new StringBuilder(recipe.recipe());
    changes.forEach(
        (key, value) -> words.append(" --set ").append(ShellWord.of(key + "=" + value)));
    return words.toString();
  }
}
