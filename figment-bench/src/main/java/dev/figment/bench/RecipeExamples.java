package dev.figment.bench;

import dev.figment.data.DataRecipe;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.set.ImageSets;
import dev.figment.recipe.Recipe;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Examples to measure a recipe on, without a download: sets that Figment draws are what they are,
 * all others are noise of the same form, enough for ten batches.
 */
public final class RecipeExamples {
  private static final int BATCHES = 10;

  private RecipeExamples() {}

  public static ImageSet of(Recipe recipe) {
    DataRecipe data = recipe.data();
    boolean isDrawn = !data.namesPath() && ImageSets.known(data.set()).card().isSynthetic();
    return isDrawn ? ImageSets.open(data, null) : noise(recipe, ImageSets.formOf(data, null));
  }

  private static ImageSet noise(Recipe recipe, ExampleForm form) {
    int count = BATCHES * recipe.model().realExamples(recipe.train().batch());
    byte[] pixels = new byte[Math.multiplyExact(count, form.shape().count())];
    new Random(1).nextBytes(pixels);
    int classes = Math.max(1, form.classes().size());
    int[] labels = IntStream.range(0, count).map(i -> i % classes).toArray();
    return ImageSet.ofBytes("noise", form.shape(), form.classes(), labels, pixels);
  }
}
