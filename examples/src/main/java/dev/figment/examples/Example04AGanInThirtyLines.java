package dev.figment.examples;

import dev.figment.data.Batches;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.data.set.ImageSets;
import dev.figment.loss.BinaryCrossEntropy;
import dev.figment.nn.Activation;
import dev.figment.nn.Architecture;
import dev.figment.nn.BatchNormalization;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Conv2dTranspose;
import dev.figment.nn.Dense;
import dev.figment.nn.Dropout;
import dev.figment.nn.Flatten;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Relu;
import dev.figment.nn.Reshape;
import dev.figment.nn.Shape;
import dev.figment.optim.Adam;
import dev.figment.optim.Optimizer;
import dev.figment.picture.ImageGrid;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole GAN by hand, {@link #run}: two networks, two optimizers, one loop. Nobody freezes or cuts
 * anything: each loss is differentiated for the parameters that it is to move, and for no others.
 *
 * <p>Writes a picture of the same 64 points each 100 steps; after some 300 there are digits.
 *
 * <pre>examples/run Example04AGanInThirtyLines [FOLDER]</pre>
 */
public final class Example04AGanInThirtyLines {
  private static final int LATENT = 32;
  private static final int BATCH = 64;
  private static final Architecture GENERATOR =
      new Architecture(
          "generator",
          Shape.vector(LATENT),
          List.of(
              new Dense(7 * 7 * 64),
              new BatchNormalization(0.9, 1e-3),
              new Relu(),
              new Reshape(7, 7, 64),
              new Conv2dTranspose(32, 4, 2, Padding.SAME), // 14×14×32
              new BatchNormalization(0.9, 1e-3),
              new Relu(),
              new Conv2dTranspose(1, 4, 2, Padding.SAME).withActivation(Activation.TANH)));
  private static final Architecture DISCRIMINATOR =
      new Architecture(
          "discriminator",
          Shape.image(28, 28, 1),
          List.of(
              new Conv2d(32, 4, 2, Padding.SAME), // 14×14×32
              new LeakyRelu(0.2),
              new Dropout(0.3),
              new Conv2d(64, 4, 2, Padding.SAME), // 7×7×64
              new LeakyRelu(0.2),
              new Dropout(0.3),
              new Flatten(),
              new Dense(1)));

  private Example04AGanInThirtyLines() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments.length == 0 ? "runs/gan-in-thirty-lines" : arguments[0]);
    run(ImageSets.open(DataRecipe.of("glyphs"), null), 500, 100, folder);
    System.out.println("See " + folder);
  }

  /** Trains; returns the last losses of the generator and of the discriminator. */
  static double[] run(ImageSet digits, int steps, int every, Path folder) {
    double[] losses = new double[2];
    RandomStreams random = new RandomStreams(1);
    Batches batches = new Batches(digits, Range.MINUS_ONE_TO_ONE, BATCH, 1, Device.CPU);
    try (Network generator = GENERATOR.create(random.of(StreamName.INIT), Device.CPU);
        Network discriminator = DISCRIMINATOR.create(random.of(StreamName.INIT), Device.CPU);
        Optimizer makes = new Optimizer(new Adam(1e-3).withBeta1(0.5), weights(generator));
        Optimizer tells = new Optimizer(new Adam(4e-4).withBeta1(0.5), weights(discriminator))) {
      for (int step = 1; step <= steps; step++) {
        try (Scope scope = Scope.open()) {
          Pass pass = Pass.training(random.of(StreamName.DROPOUT));
          Tensor real = batches.next().examples();
          Tensor fake =
              generator.apply(Noise.normal(random.of(StreamName.LATENT), BATCH, LATENT), pass);

          Tensor knowsReal = loss(discriminator.apply(real, pass), 0.9); // 1, smoothed
          Tensor tellsApart = loss(discriminator.apply(fake, pass), 0).plus(knowsReal);
          tells.step(Gradients.of(tellsApart, weights(discriminator).tensors()));

          Tensor fools = loss(discriminator.apply(fake, pass), 1);
          makes.step(Gradients.of(fools, weights(generator).tensors()));

          losses = new double[] {fools.item(), tellsApart.item()};
        }
        if (step % every == 0) {
          System.out.printf("step %4d  losses %.3f %.3f%n", step, losses[0], losses[1]);
          draw(generator, folder.resolve("step-%04d.png".formatted(step)));
        }
      }
    }
    return losses;
  }

  private static Parameters weights(Network network) {
    return network.parameters().trainable();
  }

  private static Tensor loss(Tensor logits, double target) {
    return BinaryCrossEntropy.of(logits, Tensor.full(target, BATCH, 1));
  }

  private static void draw(Network generator, Path file) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      Tensor z = Noise.normal(RandomStream.named("snapshot", 1), 64, LATENT); // always the same
      Tensor images = generator.apply(z, Pass.inference());
      ImageGrid.of(images, Range.MINUS_ONE_TO_ONE).writePng(file);
    }
  }
}
