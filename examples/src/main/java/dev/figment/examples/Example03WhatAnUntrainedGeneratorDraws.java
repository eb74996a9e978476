package dev.figment.examples;

import dev.figment.data.Range;
import dev.figment.nn.Architecture;
import dev.figment.nn.BatchNormalization;
import dev.figment.nn.Conv2dTranspose;
import dev.figment.nn.Dense;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Pass;
import dev.figment.nn.Relu;
import dev.figment.nn.Reshape;
import dev.figment.nn.Shape;
import dev.figment.nn.Tanh;
import dev.figment.picture.ImageGrid;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;

/**
 * What a generator makes of noise before it has learned anything: gray cloth. Each image is a point
 * of the latent space, and the weave is that of the two layers that double the size.
 *
 * <p>Here a tensor becomes a picture. The same seed draws the same picture everywhere.
 *
 * <pre>examples/run Example03WhatAnUntrainedGeneratorDraws [FILE.png]</pre>
 */
public final class Example03WhatAnUntrainedGeneratorDraws {
  private static final int LATENT = 100;
  private static final Architecture GENERATOR =
      new Architecture(
          "generator",
          Shape.vector(LATENT),
          List.of(
              new Dense(7 * 7 * 64),
              new BatchNormalization(),
              new Relu(),
              new Reshape(7, 7, 64),
              new Conv2dTranspose(32, 4, 2, Padding.SAME), // 14×14×32
              new BatchNormalization(),
              new Relu(),
              new Conv2dTranspose(1, 4, 2, Padding.SAME), // 28×28×1
              new Tanh()));

  private Example03WhatAnUntrainedGeneratorDraws() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments.length == 0 ? "runs/untrained.png" : arguments[0]);
    run(8, 8, file);
    System.out.println("See " + file);
  }

  static void run(int rows, int columns, Path file) {
    try (Network generator = GENERATOR.create(RandomStream.named("init", 1), Device.CPU);
        Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      Tensor latents = Noise.normal(RandomStream.named("latent", 1), rows * columns, LATENT);
      Tensor images = generator.apply(latents, Pass.inference());
      ImageGrid.of(images, Range.MINUS_ONE_TO_ONE).columns(columns).writePng(file);
    }
  }
}
