package dev.figment.run;

import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.picture.ImageGrid;
import java.nio.file.Files;
import java.nio.file.Path;

/** A few hundred pictures of 8×8, in {@code train} and {@code test}: drawn once, quickly read. */
final class Ones {
  private static final int TRAIN = 300;
  private static final int TEST = 250;

  static final Path AND_SEVENS = draw(Path.of("target", "ones-and-sevens"));

  private Ones() {}

  private static Path draw(Path folder) {
    if (!Files.exists(folder)) {
      DataRecipe recipe = DataRecipe.of("glyphs").withSplit(Split.TEST).withSize(8);
      ImageSet set = ImageSets.open(recipe.withClasses("1", "7"), null);
      for (int i = 0; i < TRAIN + TEST; i++) {
        ImageGrid.examples(set, new int[] {i})
            .margin(0)
            .scale(1)
            .writePng(
                folder
                    .resolve(i < TRAIN ? "train" : "test")
                    .resolve(set.classes().get(set.label(i)))
                    .resolve("%03d.png".formatted(i)));
      }
    }
    return folder;
  }
}
