package dev.figment.examples;

import dev.figment.data.Batches;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.data.set.ImageSets;
import dev.figment.loss.BinaryCrossEntropy;
import dev.figment.nn.Architecture;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Dense;
import dev.figment.nn.Dropout;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Pass;
import dev.figment.optim.Adam;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;

/**
 * Half of a GAN: a discriminator learns to tell digits from noise. That is easy, and done within 50
 * batches; the other half of a GAN makes it hard.
 *
 * <p>The digits are drawn by Figment; given a folder that holds {@code mnist/}, they are MNIST's.
 *
 * <pre>examples/run Example02ADiscriminatorAlone [DATA]</pre>
 */
public final class Example02ADiscriminatorAlone {
  private static final StreamName NOISE = new StreamName("noise");
  private static final int BATCH = 64;
  private static final List<Layer> LAYERS =
      List.of(
          new Conv2d(32, 3, 2, Padding.SAME), // 14×14×32
          new LeakyRelu(0.2),
          new Dropout(0.4),
          new Conv2d(32, 3, 2, Padding.SAME), // 7×7×32
          new LeakyRelu(0.2),
          new Dropout(0.4),
          new Flatten(),
          new Dense(1));

  private Example02ADiscriminatorAlone() {}

  public static void main(String[] arguments) {
    ImageSet digits =
        arguments.length == 0
            ? ImageSets.open(DataRecipe.of("glyphs"), null)
            : ImageSets.open(DataRecipe.of("mnist"), Path.of(arguments[0]));
    System.out.printf("%s or noise: accuracy %.4f%n", digits.name(), run(digits, 50));
  }

  /** Trains on so many batches; returns the accuracy on the next one, which is new to it. */
  static double run(ImageSet digits, int steps) {
    RandomStreams random = new RandomStreams(1);
    Batches batches = new Batches(digits, Range.ZERO_TO_ONE, BATCH, 1, Device.CPU);
    Architecture architecture = new Architecture("discriminator", digits.shape(), LAYERS);
    try (Network discriminator = architecture.create(random.of(StreamName.INIT), Device.CPU);
        Optimizer optimizer = new Optimizer(new Adam(1e-3), discriminator.parameters())) {
      for (int step = 0; step < steps; step++) {
        try (Scope scope = Scope.open()) {
          Pass pass = Pass.training(random.of(StreamName.DROPOUT));
          Tensor logits = discriminator.apply(digitsThenNoise(batches, random), pass);
          Tensor loss = BinaryCrossEntropy.of(logits, onesThenZeros());
          optimizer.step(Gradients.of(loss, discriminator.parameters().tensors()));
        }
      }
      try (Scope scope = Scope.open()) {
        return accuracy(discriminator.apply(digitsThenNoise(batches, random), Pass.inference()));
      }
    }
  }

  private static Tensor digitsThenNoise(Batches batches, RandomStreams random) {
    Tensor real = batches.next().examples();
    Tensor noise = Noise.uniform(random.of(NOISE), 0, 1, real.shape());
    return Tensor.concatenate(0, List.of(real, noise));
  }

  private static Tensor onesThenZeros() {
    return Tensor.concatenate(0, List.of(Tensor.full(1, BATCH, 1), Tensor.full(0, BATCH, 1)));
  }

  private static double accuracy(Tensor logits) {
    double realTaken = logits.narrow(0, 0, BATCH).shareAbove(0).item();
    double noiseTaken = logits.narrow(0, BATCH, BATCH).shareAbove(0).item();
    return (realTaken + 1 - noiseTaken) / 2;
  }
}
