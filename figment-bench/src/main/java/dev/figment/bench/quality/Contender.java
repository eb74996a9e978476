package dev.figment.bench.quality;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.recipe.Recipes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recipe, on MNIST and without an end of its own.
 *
 * @param name of its row
 * @param mixture whether its points are also drawn from a fitted mixture, as of a model that was
 *     taught no distribution of them
 */
record Contender(String name, String recipe, Map<String, Object> changes, boolean mixture) {
  private static final int EPOCHS = 100_000;

  /** What {@link EqualTime} compares. */
  static final List<Contender> ALL =
      List.of(
          new Contender(
              "autoencoder", "fashion-stacked-autoencoder", Map.of("data.set", "mnist"), true),
          new Contender("VAE", "fashion-vae", Map.of("data.set", "mnist"), false),
          new Contender(
              "convolutional VAE", "mnist-vae-conv", Map.of("data.binarization", "none"), false),
          new Contender("DCGAN", "mnist-dcgan", Map.of(), false),
          new Contender("WGAN-GP", "mnist-wgan-gp", Map.of(), false),
          new Contender("hinge, spectral normalization", "mnist-hinge-sngan", Map.of(), false),
          new Contender("mnist-best", "mnist-best", Map.of(), false));

  /**
   * A recipe as it is.
   *
   * @param recipe built in, or a file
   */
  static Contender of(String recipe) {
    return new Contender(recipe, recipe, Map.of(), false);
  }

  /** What its run is called. */
  String folder() {
    return recipe.replaceFirst(".*/", "").replace(".yaml", "");
  }

  /** It stops when time is up; each checkpoint of a mark stays. */
  Recipe endless() {
    Map<String, Object> all = new LinkedHashMap<>(changes);
    all.put("train.steps", null);
    all.put("train.kimg", null);
    all.put("train.epochs", EPOCHS);
    all.put("watch.checkpoints", Map.of("everySteps", Integer.MAX_VALUE, "keep", "all"));
    all.put("watch.snapshots.everyEpochs", EPOCHS);
    all.put("watch.validation.everyEpochs", EPOCHS);
    return RecipeFormat.changed(read(), all);
  }

  private Recipe read() {
    return recipe.endsWith(".yaml") ? RecipeFormat.read(Path.of(recipe)) : Recipes.named(recipe);
  }
}
