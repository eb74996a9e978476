/**
 * A recipe is everything: one YAML file, checked, every default made explicit, replayable bit for
 * bit. Start at {@link dev.figment.recipe.Recipe}; {@link dev.figment.recipe.Recipes} are the
 * bundled ones, {@link dev.figment.recipe.RecipeFormat} turns text into records and back, {@link
 * dev.figment.recipe.RecipeDraft} is a first one for a set of one's own.
 *
 * <p>Records declare their defaults on their components ({@code @JsonProperty(defaultValue =
 * "1")}); a component without one must be given. YAML and Java read the same declaration ({@link
 * dev.figment.catalogue.Defaults}): {@code GanRecipe.of} takes what YAML must give, and {@code
 * withLoss} and its like the rest. Where several kinds can stand (layers, optimizers, models) the
 * kind is the key: {@code - dense: 128} or {@code - conv2d: {filters: 64, kernel: 3}}.
 *
 * <p>Leans on everything below {@code run}.
 */
@NullMarked
package dev.figment.recipe;

import org.jspecify.annotations.NullMarked;
