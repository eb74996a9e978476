package dev.figment.model.adversarial.style;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.data.Batch;
import dev.figment.data.ExampleForm;
import dev.figment.loss.PenaltyInput;
import dev.figment.loss.R1;
import dev.figment.model.Losses;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.TrainingPosition;
import dev.figment.model.Truncation;
import dev.figment.model.adversarial.Optimizers;
import dev.figment.model.adversarial.PairwiseDistance;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.optim.Adam;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images of 8×8 with one channel, four in a batch; points of 3 numbers, styles of 2. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StyleGanTest {
  private static final int BATCH = 4;
  private static final int LAYERS = 4;
  private static final Adam ADAM = new Adam(0.01, 0, 0.99, 1e-8, 0, null, null);

  static StyleRecipe recipe(Modulation modulation, double mixing, boolean penalties) {
    return new StyleRecipe(
        3,
        2,
        2,
        0.01,
        List.of(5, 4),
        modulation,
        mixing,
        0.9,
        2,
        penalties ? List.of(new R1(10, 16)) : null,
        penalties ? new LazyPathLength(2, 4) : null,
        null,
        Optimizers.same(ADAM));
  }

  private static StyleGan gan(Modulation modulation, double mixing, boolean penalties) {
    ExampleForm form = ExampleForm.of(Shape.image(8, 8, 1));
    return new StyleGan(
        recipe(modulation, mixing, penalties),
        new ModelContext(form, BATCH, new RandomStreams(1), Device.CPU));
  }

  private static Batch reals() {
    return new Batch(Noise.normal(RandomStream.named("reals", 1), BATCH, 1, 8, 8), null, BATCH);
  }

  private static Tensor points() {
    return Noise.normal(RandomStream.named("points", 1), BATCH, 3);
  }

  private static Losses run(Phase phase) {
    Losses losses = phase.objective().of(reals());
    phase.optimizer().step(Gradients.of(losses.total(), phase.parameters().tensors()));
    return losses;
  }

  private static Map<String, float[]> numbers(StyleGenerator generator) {
    Map<String, float[]> numbers = new TreeMap<>();
    generator
        .networks()
        .forEach(
            network ->
                network
                    .parameters()
                    .byName()
                    .forEach((name, each) -> numbers.put(part(network) + name, each.toArray())));
    return numbers;
  }

  /** The same for the generator's and for the average's. */
  private static String part(Network network) {
    return network.architecture().name().replaceFirst("^ema", "").toLowerCase(Locale.ROOT) + ".";
  }

  @Test
  void each_phase_moves_its_own_network_and_no_other() {
    try (Scope scope = Scope.open();
        StyleGan gan = gan(Modulation.DEMODULATION, 0.9, true)) {
      for (Phase phase : gan.phases()) {
        boolean makes = List.of("generator", "pathLength").contains(phase.name());
        Tensor own = phase.parameters().tensors().get(0);
        float[] before = own.toArray();
        Tensor other = gan.phases().get(makes ? 0 : 2).parameters().tensors().get(0);
        float[] still = other.toArray();
        run(phase);
        assertThat(own.toArray()).as(phase.name()).isNotEqualTo(before);
        assertThat(other.toArray()).as(phase.name()).isEqualTo(still);
      }
    }
  }

  @Test
  void it_says_how_often_the_discriminator_is_right_and_how_far_apart_images_lie() {
    try (Scope scope = Scope.open();
        StyleGan gan = gan(Modulation.ADAIN, 0.9, false)) {
      float[] outputs = gan.networks().get(2).apply(reals().examples(), Pass.inference()).toArray();
      double right = 0;
      for (float each : outputs) {
        right += each > 0 ? 1.0 / BATCH : 0;
      }
      Map<String, Tensor> tells = run(gan.phases().get(0)).statistics();
      Map<String, Tensor> makes = run(gan.phases().get(1)).statistics();
      assertThat(tells)
          .containsOnlyKeys(
              "loss/real",
              "loss/fake",
              "scores/real",
              "accuracy/real",
              "scores/fake",
              "accuracy/fake");
      assertThat(tells.get("accuracy/real").item()).isEqualTo(right);
      assertThat(makes).containsOnlyKeys("spread/real", "spread/fake");
      assertThat(makes.get("spread/real").item())
          .isEqualTo(PairwiseDistance.of(reals().examples()).item());
      assertThat(makes.get("spread/fake").item()).isPositive();
    }
  }

  @Test
  void penalties_are_lazy_and_share_an_adam_that_is_paced_for_them() {
    try (StyleGan gan = gan(Modulation.ADAIN, 0, true)) {
      assertThat(gan.phases())
          .extracting(phase -> phase.name() + " " + phase.every())
          .containsExactly("discriminator 1", "r1 16", "generator 1", "pathLength 4");
      Phase r1 = gan.phases().get(1);
      assertThat(r1.timesAt(new TrainingPosition(32, 0, 0))).isEqualTo(1);
      assertThat(r1.timesAt(new TrainingPosition(33, 0, 0))).isZero();
      assertThat(r1.optimizer()).isSameAs(gan.phases().get(0).optimizer());
      assertThat(gan.phases().get(3).optimizer()).isSameAs(gan.phases().get(2).optimizer());
      assertPaced((Adam) r1.optimizer().rule(), 16.0 / 17);
      assertPaced((Adam) gan.phases().get(2).optimizer().rule(), 4.0 / 5);
    }
  }

  private static void assertPaced(Adam adam, double share) {
    assertThat(adam.learningRate()).isCloseTo(0.01 * share, within(1e-12));
    assertThat(adam.beta1()).isZero();
    assertThat(adam.beta2()).isCloseTo(Math.pow(0.99, share), within(1e-12));
  }

  @Test
  void without_penalties_there_are_two_phases_with_adam_as_it_is() {
    try (StyleGan gan = gan(Modulation.ADAIN, 0, false)) {
      assertThat(gan.phases())
          .extracting(Phase::name)
          .containsExactly("discriminator", "generator");
      assertThat(gan.phases().get(0).optimizer().rule()).isEqualTo(ADAM);
      assertThat(gan.state()).isEmpty();
    }
  }

  @Test
  void r1_counts_for_all_the_steps_between() {
    try (Scope scope = Scope.open();
        StyleGan gan = gan(Modulation.ADAIN, 0, true)) {
      Losses losses = gan.phases().get(1).objective().of(reals());
      Tensor once =
          new R1(10)
              .of(
                  new PenaltyInput(
                      x -> gan.networks().get(2).apply(x, Pass.inference()),
                      reals().examples(),
                      null,
                      null));
      assertClose("penalty", losses.statistics().get("penalty/r1"), (float) once.item());
      assertClose("loss", losses.total(), (float) (16 * once.item()));
    }
  }

  @Test
  void the_mean_path_length_takes_a_hundredth_of_each_batchs() {
    try (Scope scope = Scope.open();
        StyleGan gan = gan(Modulation.DEMODULATION, 0, true)) {
      Tensor mean = gan.state().get("pathLength.mean");
      assertThat(mean.item()).isZero();
      Losses losses = gan.phases().get(3).objective().of(reals());
      double first = mean.item();
      assertThat(first).isPositive();
      double penalty = losses.statistics().get("penalty/pathLength").item();
      // 2·E[(ℓ − a)²] is at least 2·(E[ℓ] − a)², and E[ℓ] = 100·a after the first batch
      assertThat(penalty).isGreaterThanOrEqualTo(2 * Math.pow(99 * first, 2) * 0.9999);
      assertThat(losses.total().item()).isCloseTo(4 * penalty, within(1e-4 * penalty));
      gan.phases().get(3).objective().of(reals());
      assertThat(mean.item()).isGreaterThan(first);
    }
  }

  @Test
  void one_coin_and_one_cut_between_two_layers_decide_for_a_batch() {
    RandomStream stream = RandomStream.named("mixing", 1);
    int[] counts = new int[6];
    for (int i = 0; i < 10_000; i++) {
      counts[new Mixing(0.9).cut(stream, 5)]++;
    }
    assertThat(counts[0]).isZero();
    assertThat(counts[5]).isBetween(900, 1100);
    for (int cut = 1; cut < 5; cut++) {
      assertThat(counts[cut]).isBetween(2100, 2400);
    }
    assertThat(new Mixing(0).cut(stream, 5)).isEqualTo(5);
  }

  @Test
  void layers_up_to_the_cut_have_the_first_style_and_the_average_knows_of_no_other() {
    try (Scope scope = Scope.open();
        StyleGan gan = gan(Modulation.ADAIN, 1, false)) {
      RandomStreams same = new RandomStreams(1);
      Tensor first = gan.generator().mapping().apply(drawn(same), Pass.inference());
      Tensor second = gan.generator().mapping().apply(drawn(same), Pass.inference());
      int cut = new Mixing(1).cut(same.of(new StreamName("mixing")), LAYERS);
      Tensor styles = gan.generator().randomStyles(BATCH);
      for (int layer = 0; layer < LAYERS; layer++) {
        Tensor expected = layer < cut ? first : second;
        assertClose("layer " + layer, styles.narrow(1, layer, 1), expected.toArray());
      }
      float[] tenth = first.mean(new long[] {0}, false).times(0.1).toArray();
      assertClose("ema", gan.generator().averageStyle(), tenth);
    }
  }

  private static Tensor drawn(RandomStreams streams) {
    return Noise.normal(streams.of(StreamName.LATENT), BATCH, 3);
  }

  @Test
  void truncation_brings_styles_nearer_to_their_mean_in_the_first_layers() {
    try (Scope scope = Scope.open()) {
      Tensor w = Tensor.of(new float[] {3, -1}, 1, 2);
      Tensor mean = Tensor.of(new float[] {1, 1}, 2);
      assertClose("all", new Truncation(0.5, null).of(w, mean, 2), 2, 0, 2, 0);
      assertClose("first", new Truncation(0.5, 1).of(w, mean, 3), 2, 0, 3, -1, 3, -1);
      assertClose("mean", new Truncation(0, 9).of(w, mean, 1), 1, 1);
      assertClose("none", Truncation.NONE.of(w, mean, 2), 3, -1, 3, -1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_layer_listens_to_its_style(Modulation modulation) {
    try (Scope scope = Scope.open();
        StyleGan gan = gan(modulation, 0, false)) {
      assertThat(gan.layers()).isEqualTo(LAYERS);
      Tensor w = gan.styles(points());
      float[] plain = gan.synthesize(Truncation.spread(w, LAYERS)).toArray();
      assertThat(gan.sample(points(), null).toArray()).isEqualTo(plain);
      for (int layer = 0; layer < LAYERS; layer++) {
        Tensor styles = Truncation.spread(w, LAYERS).copy();
        styles.narrow(1, layer, 1).fill(3);
        assertThat(gan.synthesize(styles).toArray()).as("layer " + layer).isNotEqualTo(plain);
      }
    }
  }

  @Test
  void a_truncated_sampler_makes_the_average_where_psi_is_zero() {
    try (Scope scope = Scope.open();
        StyleGan gan = gan(Modulation.ADAIN, 0, false)) {
      Tensor made = gan.truncated(new Truncation(0, null)).sample(points(), null);
      Tensor average = Truncation.spread(gan.averageStyle().reshape(1, -1), LAYERS);
      float[] one = gan.synthesize(average).toArray();
      for (int i = 0; i < BATCH; i++) {
        assertClose("image " + i, made.narrow(0, i, 1), one);
      }
    }
  }

  @Test
  void the_average_generator_follows_weights_and_copies_what_is_not_learned() {
    try (Scope scope = Scope.open();
        StyleGan gan = gan(Modulation.ADAIN, 0, false)) {
      Map<String, float[]> before = numbers(gan.ema());
      gan.phases().forEach(StyleGanTest::run);
      Map<String, float[]> learned = numbers(gan.generator());
      gan.advance(new TrainingPosition(50, 0, 200), new TrainingPosition(51, 0, 200 + BATCH));
      double beta = Math.pow(0.5, BATCH / (0.05 * (200 + BATCH)));
      Map<String, float[]> after = numbers(gan.ema());
      for (String name : List.of("mapping.1.layer.weight", "synthesis.1.weight")) {
        float[] expected = before.get(name).clone();
        for (int i = 0; i < expected.length; i++) {
          expected[i] = (float) (beta * expected[i] + (1 - beta) * learned.get(name)[i]);
        }
        assertClose(name, after.get(name), expected);
      }
      for (String name : List.of("mapping.5.average", "synthesis.1.noise.fixed")) {
        assertThat(after.get(name)).as(name).isEqualTo(learned.get(name));
      }
      assertThat(learned.get("mapping.5.average")).isNotEqualTo(before.get("mapping.5.average"));
    }
  }

  @Test
  void the_same_point_gives_the_same_image_whatever_was_drawn_between() {
    try (Scope scope = Scope.open();
        StyleGan gan = gan(Modulation.ADAIN, 0.9, false)) {
      float[] before = gan.sample(points(), null).toArray();
      gan.phases().get(1).objective().of(reals());
      assertThat(gan.sample(points(), null).toArray()).isEqualTo(before);
      assertThat(Arrays.copyOf(before, 64)).isNotEqualTo(Arrays.copyOfRange(before, 64, 128));
    }
  }
}
