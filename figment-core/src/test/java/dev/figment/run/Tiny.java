package dev.figment.run;

import dev.figment.format.Png;
import dev.figment.format.Safetensors;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Backend;
import dev.figment.train.Checkpoint;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A GAN of a few hundred weights on 24 pictures of 8×8: six steps take a moment. */
public final class Tiny {
  static final String CLIPPED = "{adam: {learningRate: 1e-3, decay: 0.01, clipValue: 0.5}}";

  static {
    Backend.threads(1); // two would wait for each other longer than they work
  }

  private Tiny() {}

  /** The recipe, and its pictures in {@code folder/pictures}. */
  public static Recipe recipe(Path folder, String optimizer) {
    Path pictures = folder.resolve("pictures");
    if (!Files.exists(pictures)) {
      draw(pictures);
    }
    return RecipeFormat.read(
        """
        recipe: tiny
        data: {set: '%s', range: minusOneToOne, colors: gray}
        model:
          gan:
            latent: 4
            generator:
              - dense: 32
              - batchNormalization: {momentum: 0.9}
              - relu
              - reshape: [4, 4, 2]
              - conv2dTranspose:
                  {filters: 1, kernel: 4, stride: 2, padding: same, activation: tanh}
            discriminator:
              - conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}
              - batchNormalization
              - leakyRelu
              - dropout: 0.3
              - flatten
              - dense: {units: 1, activation: sigmoid}
            targets: {real: [0.8, 1]}
            reals: full
            optimizer:
              generator: %s
              discriminator: %s
        train: {batch: 5, steps: 6}
        watch:
          tickSteps: 2
          snapshots: {everySteps: 100, grid: 2x2}
          checkpoints: {everySteps: 100, keep: 2}
        """
            .formatted(pictures, optimizer, optimizer),
        "tiny.yaml");
  }

  public static Recipe recipe(Path folder) {
    return recipe(folder, CLIPPED);
  }

  private static void draw(Path pictures) {
    for (int i = 0; i < 24; i++) {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      for (int j = 0; j < 8; j++) {
        image.getRaster().setSample(j, i % 2 == 0 ? j : i % 8, 0, 255 - i);
      }
      String place = i % 2 == 0 ? "slants" : "bars";
      Png.write(image, pictures.resolve(place).resolve("%02d.png".formatted(i)));
    }
  }

  /** Trains a new run to its end, or until so many steps are made. */
  public static Path train(Path folder, Recipe recipe, int stopAfter) {
    try (Run run = Run.create(folder, recipe, Settings.DEFAULT)) {
      run.train(StopAfter.steps(run, stopAfter));
    }
    return folder;
  }

  public static Path train(Path folder, Recipe recipe) {
    return train(folder, recipe, Integer.MAX_VALUE);
  }

  static Path resume(Path folder) {
    return resume(folder, Integer.MAX_VALUE);
  }

  static Path resume(Path folder, int stopAfter) {
    try (Run run = Run.open(folder, Settings.DEFAULT)) {
      run.train(StopAfter.steps(run, stopAfter));
    }
    return folder;
  }

  static Checkpoint newest(Path run) {
    return RunFolder.open(run).checkpoints().newest().orElseThrow();
  }

  /** All weights and all that optimizers remember, every digit of them. */
  static Map<String, String> numbers(Path run) {
    Map<String, String> numbers = weights(run);
    numbers.putAll(tensors(newest(run).folder().resolve("training.safetensors")));
    return numbers;
  }

  static Map<String, String> weights(Path run) {
    return tensors(newest(run).folder().resolve("weights.safetensors"));
  }

  private static Map<String, String> tensors(Path file) {
    Safetensors read = Safetensors.read(file);
    Map<String, String> tensors = new TreeMap<>();
    read.entries().keySet().forEach(name -> tensors.put(name, Arrays.toString(read.floats(name))));
    return tensors;
  }
}
