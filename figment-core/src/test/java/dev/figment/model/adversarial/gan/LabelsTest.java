package dev.figment.model.adversarial.gan;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.model.Phase;
import dev.figment.model.TrainingPosition;
import dev.figment.model.adversarial.AdversarialTraining;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to tell a GAN classes, against plain arithmetic. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LabelsTest {
  private static final Offset<Double> NEAR = within(1e-4);

  private static String recipe(Labels.Mode mode) {
    String head =
        switch (mode) {
          case JOINED -> "[{dense: 1}]";
          case AUXILIARY -> "[{dense: 3}]";
          case PROJECTION -> "[{dense: 2}]";
        };
    return "loss: wasserstein\ndiscriminator: %s\nlabels: {mode: %s, units: 1}\n"
        .formatted(head, mode);
  }

  /**
   * What the generator makes of the first draw of points, with classes in the order of the batch.
   */
  private static double[] made(Tried tried, long... classes) {
    float[] w = tried.weights("generator", "0.weight");
    float[] label = tried.weights("generatorLabel", "0.weight");
    float[] z = Noise.normals(RandomStream.named("latent", 1), 3 * classes.length);
    double[] made = new double[2 * classes.length];
    for (int i = 0; i < classes.length; i++) {
      for (int j = 0; j < 2; j++) {
        for (int k = 0; k < 4; k++) {
          double input = k < 3 ? z[3 * i + k] : label[(int) classes[i]];
          made[2 * i + j] += w[4 * j + k] * input;
        }
      }
    }
    return made;
  }

  private static double mean(double[] pairs, Score score) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += score.of(pairs[2 * i], pairs[2 * i + 1], (int) Tried.CLASSES[i]);
    }
    return sum / 4;
  }

  private static double[] reals() {
    double[] reals = new double[8];
    Arrays.setAll(reals, i -> Tried.REALS[i]);
    return reals;
  }

  private interface Score {
    double of(double x, double y, int label);
  }

  /** The Wasserstein loss of scores that are worked out by hand. */
  private static void check(Tried tried, Score score) {
    double expected = mean(made(tried, Tried.CLASSES), score) - mean(reals(), score);
    assertThat(tried.total("discriminator")).isCloseTo(expected, NEAR);
  }

  @Test
  void a_joined_discriminator_sees_the_class_beside_the_example() {
    try (Tried tried = Tried.of(recipe(Labels.Mode.JOINED))) {
      float[] w = tried.weights("discriminator", "0.weight");
      float[] label = tried.weights("discriminatorLabel", "0.weight");
      check(
          tried, (x, y, c) -> w[0] * x + w[1] * y + w[2] * label[2 * c] + w[3] * label[2 * c + 1]);
    }
  }

  @Test
  void a_projecting_one_adds_the_product_of_its_features_and_the_classs_vector() {
    try (Tried tried = Tried.of(recipe(Labels.Mode.PROJECTION))) {
      float[] w = tried.weights("discriminator", "0.weight");
      float[] head = tried.weights("discriminatorHead", "0.weight");
      float[] label = tried.weights("discriminatorLabel", "0.weight");
      check(
          tried,
          (x, y, c) -> {
            double first = w[0] * x + w[1] * y;
            double second = w[2] * x + w[3] * y;
            return (head[0] + label[2 * c]) * first + (head[1] + label[2 * c + 1]) * second;
          });
    }
  }

  @Test
  void an_auxiliary_one_is_surprised_at_classes_in_both_phases_and_says_how_often_it_finds_them() {
    try (Tried tried = Tried.of(recipe(Labels.Mode.AUXILIARY))) {
      float[] w = tried.weights("discriminator", "0.weight");
      double[] fakes = made(tried, Tried.CLASSES);
      Score surprise =
          (x, y, c) -> {
            double a = w[2] * x + w[3] * y;
            double b = w[4] * x + w[5] * y;
            return Math.log(Math.exp(a) + Math.exp(b)) - (c == 0 ? a : b);
          };
      Score score = (x, y, c) -> w[0] * x + w[1] * y;
      var losses = tried.losses("discriminator");
      double adversarial = mean(fakes, score) - mean(reals(), score);
      double classes = (mean(fakes, surprise) + mean(reals(), surprise)) / 2;
      assertThat(losses.total().item()).isCloseTo(adversarial + classes, NEAR);
      double found = mean(reals(), (x, y, c) -> surprise.of(x, y, c) < Math.log(2) ? 1 : 0);
      assertThat(losses.statistics().get("classAccuracy/real").item()).isCloseTo(found, NEAR);
      assertThat(losses.statistics()).containsKey("classAccuracy/fake");
    }
    try (Tried tried = Tried.of(recipe(Labels.Mode.AUXILIARY))) {
      float[] w = tried.weights("discriminator", "0.weight");
      double[] fakes = made(tried, Tried.CLASSES);
      Score wanted =
          (x, y, c) -> {
            double a = w[2] * x + w[3] * y;
            double b = w[4] * x + w[5] * y;
            double surprise = Math.log(Math.exp(a) + Math.exp(b)) - (c == 0 ? a : b);
            return surprise - (w[0] * x + w[1] * y);
          };
      assertThat(tried.total("generator")).isCloseTo(mean(fakes, wanted), NEAR);
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_phase_moves_what_tells_its_network_the_class(Labels.Mode mode) {
    // Not Wasserstein's: in the loss of a linear critic, labels of real and generated ones cancel.
    try (Tried tried = Tried.of(recipe(mode).replace("wasserstein", "binaryCrossEntropy"))) {
      for (Phase phase : tried.gan.phases()) {
        for (Network network : tried.gan.networks()) {
          String name = network.architecture().name();
          boolean moves = name.startsWith(phase.name());
          float[] before = tried.weights(name, "0.weight");
          tried.step(phase.name());
          if (moves) {
            assertThat(tried.weights(name, "0.weight")).as(name).isNotEqualTo(before);
          } else {
            assertThat(tried.weights(name, "0.weight")).as(name).isEqualTo(before);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void any_class_can_be_asked_for_and_the_average_knows_classes_too(Labels.Mode mode) {
    try (Tried tried = Tried.of(recipe(mode) + "ema: {}")) {
      assertThat(tried.gan.classes()).isEqualTo(2);
      float[] label = tried.weights("emaLabel", "0.weight");
      assertThat(label).isEqualTo(tried.weights("generatorLabel", "0.weight"));
      float[] w = tried.weights("ema", "0.weight");
      float[] made =
          tried.gan.sample(Tensor.zeros(2, 3), Tensor.ofLongs(new long[] {1, 0}, 2)).toArray();
      assertThat((double) made[0]).isCloseTo(w[3] * label[1], NEAR);
      assertThat((double) made[2]).isCloseTo(w[3] * label[0], NEAR);
    }
  }

  /** The batch of points is all 0, so that what is left is the bias of the class. */
  @ParameterizedTest
  @EnumSource
  void layers_of_the_generator_and_of_its_average_are_told_the_class(Labels.Mode mode) {
    String generator = "generator: [{dense: 2}, {conditionalBatchNormalization: 2}]\n";
    try (Tried tried = Tried.of(generator + recipe(mode) + "ema: {}")) {
      tried.set("generator", "1.bias", 1, 2, 3, 4);
      tried.set("generatorLabel", "0.weight", 0, 0);
      tried.gan.advance(TrainingPosition.START, new TrainingPosition(1, 0, 1));
      Tensor made = tried.gan.sample(Tensor.zeros(2, 3), Tensor.ofLongs(new long[] {1, 0}, 2));
      assertClose("made", made, 3, 4, 1, 2);
      for (Phase phase : tried.gan.phases()) {
        assertThat(tried.total(phase.name())).isFinite();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JOINED", "PROJECTION"})
  void layers_of_a_discriminator_that_may_know_the_class_are_told_it(Labels.Mode mode) {
    String discriminator =
        "discriminator: [{conditionalBatchNormalization: 2}, {dense: 1}]\nloss: wasserstein\n"
            + "labels: {mode: %s, units: 1}\n".formatted(mode);
    int channels = mode == Labels.Mode.JOINED ? 4 : 2;
    float[] first = new float[2 * channels];
    Arrays.fill(first, 0, channels, -0.5f);
    float[] second = new float[2 * channels];
    Arrays.fill(second, channels, 2 * channels, -0.5f);
    assertThat(told(discriminator, first)).isNotCloseTo(told(discriminator, second), NEAR);
    assertThat(told(discriminator, first)).isEqualTo(told(discriminator, first));
  }

  /**
   * What the first update makes small where each class has such gains: the same draws each time.
   */
  private static double told(String discriminator, float[] gains) {
    try (Tried tried = Tried.of(discriminator)) {
      tried.set("discriminator", "0.gain", gains);
      return tried.total("discriminator");
    }
  }

  @Test
  void generated_classes_are_the_real_ones_in_turn_where_more_are_made_than_are_real() {
    try (Tried tried = Tried.of(recipe(Labels.Mode.JOINED))) {
      Tensor classes = AdversarialTraining.repeatedLabels(Tried.reals(), 10);
      assertThat(classes.toFloats().toArray()).containsExactly(0, 1, 1, 0, 0, 1, 1, 0, 0, 1);
      Tensor generated = tried.gan.generator().generate(10, classes, Pass.inference());
      assertThat(generated.shape()).containsExactly(10, 2);
    }
  }
}
