package dev.figment.run;

import dev.figment.format.Png;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;

/** Autoencoders of a few hundred weights on pictures of 8×8: bars and slants, train and test. */
public final class TinyCodecs {
  private TinyCodecs() {}

  /** A plain one, of six latents. */
  public static Recipe autoencoder(Path folder) {
    return recipe(
        folder,
        "tiny-autoencoder",
        """
          autoencoder:
            encoder: [flatten, {dense: {units: 6, activation: selu}}]
            decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
            optimizer: {adam: 0.01}
        """);
  }

  /** A variational one, of two latents. */
  public static Recipe vae(Path folder) {
    return recipe(
        folder,
        "tiny-vae",
        """
          vae:
            latent: 2
            encoder: [flatten, {dense: {units: 8, activation: selu}}]
            decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
            optimizer: {adam: 0.01}
        """);
  }

  private static Recipe recipe(Path folder, String name, String model) {
    Path pictures = folder.resolve("pictures");
    if (!Files.exists(pictures)) {
      draw(pictures.resolve("train"), 40);
      draw(pictures.resolve("test"), 20);
    }
    return RecipeFormat.read(
        """
        recipe: %s
        data: {set: '%s', colors: gray}
        model:
        %s
        train: {batch: 8, steps: 40}
        watch:
          tickSteps: 20
          snapshots: {everySteps: 100, grid: 2x2}
          validation: {everySteps: 40}
          checkpoints: {everySteps: 100, keep: 2}
        """
            .formatted(name, pictures, model.stripTrailing()),
        name + ".yaml");
  }

  private static void draw(Path folder, int count) {
    for (int i = 0; i < count; i++) {
      String place = i % 2 == 0 ? "slants" : "bars";
      Png.write(picture(i), folder.resolve(place).resolve("%02d.png".formatted(i)));
    }
  }

  /** A slant of two lines for an even number, a bar for an odd one; brightness tells more apart. */
  static BufferedImage picture(int i) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    for (int j = 0; j < 8; j++) {
      image.getRaster().setSample(j, i % 2 == 0 ? (j + i / 2) % 8 : i / 2 % 8, 0, 255 - i);
    }
    return image;
  }

  public static Path train(Path folder, Recipe recipe) {
    return Tiny.train(folder, recipe);
  }
}
