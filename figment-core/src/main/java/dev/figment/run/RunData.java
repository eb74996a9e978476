package dev.figment.run;

import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.ImageSets;
import dev.figment.data.Split;
import java.util.EnumMap;
import java.util.Map;

/** The examples of a run, each split read when it is first asked for. */
final class RunData {
  private final DataRecipe recipe;
  private final Settings settings;
  private final Map<Split, ImageSet> sets = new EnumMap<>(Split.class);

  RunData(DataRecipe recipe, Settings settings) {
    this.recipe = recipe;
    this.settings = settings;
  }

  /** What the model learns from. */
  ImageSet learned() {
    return of(recipe.split());
  }

  /**
   * A split, in the form in which the model meets it.
   *
   * @throws dev.figment.DataException if there is none, or it is missing or damaged
   */
  synchronized ImageSet of(Split split) {
    return sets.computeIfAbsent(
        split, each -> ImageSets.open(recipe.withSplit(each), settings.dataFolder()));
  }
}
