package dev.figment.bench;

import dev.figment.UsageException;
import dev.figment.recipe.Recipes;
import java.util.Arrays;
import java.util.List;

/**
 * What a benchmark of recipes is asked for: {@code [count] [RECIPE...]}.
 *
 * @param recipes names or files; empty for those that the benchmark chooses
 */
record RecipeArguments(int count, List<String> recipes) {
  /**
   * Refuses recipes that are unknown, before anything is measured.
   *
   * @param what is counted, for the message: {@code steps}
   * @param usual where no count is given
   */
  static RecipeArguments of(String what, int usual, String... arguments) {
    boolean isGiven = arguments.length > 0 && arguments[0].matches("\\d{1,9}");
    int count = isGiven ? Integer.parseInt(arguments[0]) : usual;
    UsageException.require(count >= 1, "%s: expected at least 1, got %d", what, count);
    List<String> recipes = Arrays.asList(arguments).subList(isGiven ? 1 : 0, arguments.length);
    recipes.forEach(Recipes::find);
    return new RecipeArguments(count, List.copyOf(recipes));
  }
}
