package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.data.Batches;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.loss.BinaryCrossEntropy;
import dev.figment.model.ModelContext;
import dev.figment.model.adversarial.Optimizers;
import dev.figment.model.adversarial.Targets;
import dev.figment.model.adversarial.Updates;
import dev.figment.model.adversarial.gan.Gan;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.model.adversarial.gan.Reals;
import dev.figment.nn.Activation;
import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.nn.Reshape;
import dev.figment.nn.Shape;
import dev.figment.optim.Adam;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** 256 pictures of 8×8: a bright square on black, each pixel with noise of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearningTest {
  private static final Shape IMAGE = Shape.image(8, 8, 1);
  private static final Adam ADAM = new Adam(2e-3, 0.5, 0.999, 1e-7, 0, null, null);
  private static final Adam QUICK = new Adam(1e-2, 0.9, 0.999, 1e-7, 0, null, null);
  private static final List<Layer> DISCRIMINATOR =
      List.of(new Flatten(), new Dense(32), new LeakyRelu(0.2), new Dense(1, Activation.SIGMOID));

  static ImageSet squares() {
    RandomStream noise = RandomStream.named("squares", 1);
    byte[] pixels = new byte[256 * 64];
    for (int i = 0; i < pixels.length; i++) {
      int row = i % 64 / 8;
      int column = i % 8;
      boolean bright = row >= 2 && row < 6 && column >= 2 && column < 6;
      pixels[i] = (byte) ((bright ? 180 : 20) + noise.nextInt(50));
    }
    return ImageSet.ofBytes("squares", IMAGE, List.of(), new int[256], pixels);
  }

  static GanRecipe gan() {
    return new GanRecipe(
        4,
        List.of(
            new Dense(32),
            new LeakyRelu(0.2),
            new Dense(64, Activation.TANH),
            new Reshape(8, 8, 1)),
        DISCRIMINATOR,
        new BinaryCrossEntropy(),
        Targets.PLAIN,
        Updates.MIXED,
        Reals.FULL,
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Optimizers.same(ADAM));
  }

  static Trainer trainer(Gan gan, TrainRecipe length, int tickSteps, Listener listener) {
    Batches batches = new Batches(squares(), Range.MINUS_ONE_TO_ONE, length.batch(), 1, Device.CPU);
    Clock clock = new Clock(length, 256);
    RandomStreams unused = new RandomStreams(1);
    return new Trainer(
        TrainingState.atStart(gan, unused, batches, clock, tickSteps), List.of(listener));
  }

  static Gan untrained(int batch) {
    return (Gan)
        gan()
            .create(
                new ModelContext(ExampleForm.of(IMAGE), batch, new RandomStreams(1), Device.CPU));
  }

  /** How far the mean of generated images is from that of real ones, per pixel of [-1, 1]. */
  private static double distance(Gan gan) {
    try (Scope scope = Scope.open()) {
      Tensor z = Noise.normal(RandomStream.named("test", 1), 256, 4);
      float[] made = gan.sample(z, null).mean(new long[] {0}, false).toArray();
      double sum = 0;
      ImageSet set = squares();
      float[] mean = new float[64];
      for (int i = 0; i < set.size(); i++) {
        float[] one = new float[64];
        set.copyFloats(i, one, 0);
        for (int j = 0; j < 64; j++) {
          mean[j] += (one[j] / 127.5f - 1) / set.size();
        }
      }
      for (int j = 0; j < 64; j++) {
        sum += Math.abs(made[j] - mean[j]);
      }
      return sum / 64;
    }
  }

  @Test
  void a_generator_comes_to_make_what_the_data_looks_like() {
    List<Tick> ticks = new ArrayList<>();
    TrainRecipe length = new TrainRecipe(32, null, 1000L, null);
    try (Gan gan = untrained(32)) {
      double before = distance(gan);
      trainer(gan, length, 50, Listener.ofTicks(ticks::add)).run();
      assertThat(before).isGreaterThan(0.5);
      assertThat(distance(gan)).isLessThan(0.15);
    }
    assertThat(ticks).hasSize(20).allSatisfy(LearningTest::assertSane);
    assertThat(ticks.get(19).kimg()).isEqualTo(32);
  }

  private static void assertSane(Tick tick) {
    for (String name : List.of("scores/real", "scores/fake", "accuracy/real", "accuracy/fake")) {
      assertThat(tick.statistics().get(name)).as(name).isBetween(0.0, 1.0);
    }
    assertThat(tick.statistics().get("loss/discriminator")).isBetween(0.3, 1.0);
    assertThat(tick.statistics().get("loss/generator")).isBetween(0.3, 2.0);
  }

  @Test
  void a_discriminator_alone_learns_real_from_noise_within_fifty_batches() {
    RandomStream stream = RandomStream.named("noise", 1);
    Batches batches = new Batches(squares(), Range.MINUS_ONE_TO_ONE, 32, 1, Device.CPU);
    Architecture logits = new Architecture("discriminator", IMAGE, DISCRIMINATOR).logits();
    try (Network network = logits.create(RandomStream.named("init", 1), Device.CPU);
        Optimizer optimizer = new Optimizer(QUICK, network.parameters())) {
      for (int i = 0; i < 50; i++) {
        try (Scope scope = Scope.open()) {
          Tensor said = said(network, batches, stream);
          Tensor targets =
              Tensor.concatenate(0, List.of(Tensor.full(1, 32, 1), Tensor.full(0, 32, 1)));
          Tensor loss = BinaryCrossEntropy.of(said, targets);
          optimizer.step(Gradients.of(loss, network.parameters().tensors()));
        }
      }
      try (Scope scope = Scope.open()) {
        Tensor said = said(network, batches, stream);
        double real = said.narrow(0, 0, 32).shareAbove(0).item();
        double fake = said.narrow(0, 32, 32).negated().shareAbove(0).item();
        assertThat((real + fake) / 2).isGreaterThan(0.99);
      }
    }
  }

  private static Tensor said(Network network, Batches batches, RandomStream stream) {
    Tensor noise = Noise.uniform(stream, -1, 1, 32, 1, 8, 8);
    Tensor both = Tensor.concatenate(0, List.of(batches.next().examples(), noise));
    return network.apply(both, Pass.training(stream));
  }
}
