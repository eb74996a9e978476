package dev.figment.run;

import dev.figment.DataException;
import dev.figment.ShellWord;
import dev.figment.UsageException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.set.DataSplits;
import dev.figment.data.set.ImageSets;
import dev.figment.run.folder.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run's examples: found by what its recipe says of them, or given by the program.
 *
 * @param folder where sets that recipes name are looked for
 */
record RunData(DataRecipe recipe, DataSplits splits, Path folder, boolean isGiven) {
  static RunData find(DataRecipe recipe, Path folder) {
    return new RunData(recipe, DataSplits.of(recipe, folder), folder, false);
  }

  /**
   * Examples in memory, taken as they are.
   *
   * @throws UsageException if the recipe would have them in another form
   */
  static RunData given(DataRecipe recipe, DataSplits splits, Path folder) {
    DataRecipe plain = DataRecipe.of(recipe.set()).withRange(recipe.range());
    UsageException.require(
        recipe.equals(plain),
        "data: expected no more than set and range of examples that the program gives, since they"
            + " are taken as they are, got %s. Choose classes, size and colors before, and describe"
            + " the result by DataRecipe.of(\"%s\").withRange(…).",
        recipe,
        recipe.set());
    return new RunData(recipe, splits, folder, true);
  }

  /**
   * Refuses to go on where the images of a run were moved since it was made.
   *
   * @throws DataException if they are not where the recipe says
   */
  void requireThere(RunFolder run) {
    if (isGiven || !recipe.namesPath()) {
      return;
    }
    Path images = ImageSets.path(recipe.set());
    if (!Files.exists(images)) {
      throw new DataException(
          "data.set: expected the images that the run learns from at %s, found nothing there. Say"
              + " where they are now as data.set, and go on by figment resume %s.",
          images, ShellWord.of(run.path()));
    }
  }

  ExampleForm form() {
    return isGiven
        ? ExampleForm.of(splits.training(), recipe.range())
        : ImageSets.formOf(recipe, folder);
  }

  /** Other examples; of a given set, its split and classes. */
  ImageSet open(DataRecipe other) {
    boolean isOwn = other.set().equals(recipe.set());
    if (isOwn) {
      splits.requireUnseen(other.split());
    }
    if (!isGiven || !isOwn) {
      return ImageSets.open(other, folder);
    }
    ImageSet split = splits.of(other.split());
    return other.classes() == null ? split : split.onlyClasses(other.classes());
  }
}
