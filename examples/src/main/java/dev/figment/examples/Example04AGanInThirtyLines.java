package dev.figment.examples;

import dev.figment.data.Batch;
import dev.figment.data.Batches;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.data.set.ImageSets;
import dev.figment.loss.BinaryCrossEntropy;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.model.Sampler;
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
import dev.figment.picture.ImageGrid;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole GAN of one's own, {@link Gan}: two networks and two phases. A phase is a loss, the
 * parameters that it updates and the optimizer that updates them; nobody freezes or cuts anything,
 * since each loss is differentiated for its phase's parameters and for no others. The trainer does
 * the rest.
 *
 * <p>Writes a picture of the same 64 latents each 100 steps; after some 300 there are digits.
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

  /** The thirty lines. */
  private static final class Gan implements Model, Sampler {
    final RandomStreams random = new RandomStreams(1);
    final Network generator = GENERATOR.create(random.of(StreamName.INIT), Device.CPU);
    final Network discriminator = DISCRIMINATOR.create(random.of(StreamName.INIT), Device.CPU);
    final List<Phase> phases =
        List.of(
            Phase.of("discriminator", this::discriminatorLoss, weights(discriminator), adam(4e-4)),
            Phase.of("generator", this::generatorLoss, weights(generator), adam(1e-3)));

    Losses discriminatorLoss(Batch real) {
      Tensor smoothed = crossEntropy(real.examples(), 0.9);
      return Losses.of(crossEntropy(fakes(), 0).plus(smoothed));
    }

    Losses generatorLoss(Batch real) {
      return Losses.of(crossEntropy(fakes(), 1));
    }

    Tensor fakes() {
      Tensor z = Noise.normal(random.of(StreamName.LATENT), BATCH, LATENT);
      return generator.apply(z, Pass.training(random.of(StreamName.DROPOUT)));
    }

    Tensor crossEntropy(Tensor images, double target) {
      Pass pass = Pass.training(random.of(StreamName.DROPOUT));
      Tensor logits = discriminator.apply(images, pass);
      return BinaryCrossEntropy.of(logits, Tensor.full(target, BATCH, 1));
    }

    @Override
    public Tensor sample(Tensor z, Tensor classes) {
      return generator.apply(z, Pass.inference());
    }

    @Override
    public int latentSize() {
      return LATENT;
    }

    @Override
    public List<Phase> phases() {
      return phases;
    }

    @Override
    public List<Network> networks() {
      return List.of(generator, discriminator);
    }
  }

  private static Parameters weights(Network network) {
    return network.parameters().trainable();
  }

  private static Adam adam(double learningRate) {
    return new Adam(learningRate).withBeta1(0.5);
  }

  /** Trains; returns the last losses of the generator and of the discriminator. */
  static double[] run(ImageSet digits, int steps, int every, Path folder) {
    double[] losses = new double[2];
    Batches batches = new Batches(digits, Range.MINUS_ONE_TO_ONE, BATCH, 1, Device.CPU);
    Gan gan = new Gan();
    Clock clock = new Clock(new TrainRecipe(BATCH, null, (long) steps, null), digits.size());
    try (TrainingState state =
        TrainingState.atStart(gan, gan.random, batches, clock, Math.min(every, steps))) {
      Listener listener =
          Listener.ofTicks(
              tick -> {
                System.out.println(tick);
                losses[0] = tick.statistics().get("loss/generator");
                losses[1] = tick.statistics().get("loss/discriminator");
                draw(gan, folder.resolve("step-%04d.png".formatted(tick.step())));
              });
      new Trainer(state, List.of(listener)).run();
    }
    return losses;
  }

  private static void draw(Sampler gan, Path file) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      Tensor z = Noise.normal(RandomStream.named("snapshot", 1), 64, LATENT); // always the same
      ImageGrid.of(gan.sample(z, null), Range.MINUS_ONE_TO_ONE).writePng(file);
    }
  }
}
