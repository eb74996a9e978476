package dev.figment.run.report;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import dev.figment.recipe.Recipes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the run is trained by, and in what that differs from the built-in recipe of its name. */
final class RecipeText {
  private RecipeText() {}

  static Section of(Subject subject) {
    Recipe recipe = subject.recipe();
    return Section.of(
        "recipe",
        "Recipe",
        differences(recipe),
        Html.of("pre", Html.of("code", recipe.toYaml().strip()))
            .with("class", "scroll")
            .with("tabindex", "0"));
  }

  private static Html differences(Recipe recipe) {
    if (!Recipes.names().contains(recipe.recipe())) {
      return Facts.paragraph("No built-in recipe has this name. Every default is written out.");
    }
    List<RecipeDifference> differences = differences(Recipes.named(recipe.recipe()), recipe);
    if (differences.isEmpty()) {
      return Facts.paragraph(
          "The built-in recipe of this name, unchanged, with every default written out.");
    }
    List<List<Html>> rows =
        differences.stream()
            .map(
                each ->
                    List.of(Html.of("code", each.key()), value(each.before()), value(each.after())))
            .toList();
    return Html.all(
        Facts.paragraph("Every default is written out. What differs from the built-in recipe:"),
        Facts.table("differences", List.of("key", "built-in", "here"), rows));
  }

  /** But for what a recipe says of itself. */
  static List<RecipeDifference> differences(Recipe builtIn, Recipe recipe) {
    return RecipeDifference.between(builtIn, recipe).stream()
        .filter(each -> !each.key().equals("about"))
        .toList();
  }

  private static Html value(@Nullable String value) {
    return Html.text(value == null ? "none" : value);
  }
}
