package dev.figment.run.report;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The values in which recipes differ from each other. */
final class RecipeRows {
  private static final Set<String> WORDS = Set.of("recipe", "about");

  private RecipeRows() {}

  /**
   * By key, a value for each recipe in their order; empty where a recipe has none. Name and
   * description do not count.
   */
  static Map<String, List<String>> of(List<Recipe> recipes) {
    List<Map<String, String>> values = recipes.stream().map(RecipeDifference::values).toList();
    TreeSet<String> keys = new TreeSet<>();
    values.forEach(each -> keys.addAll(each.keySet()));
    keys.removeAll(WORDS);
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String key : keys) {
      List<String> row = values.stream().map(each -> each.getOrDefault(key, "")).toList();
      if (row.stream().distinct().count() > 1) {
        rows.put(key, row);
      }
    }
    return rows;
  }
}
