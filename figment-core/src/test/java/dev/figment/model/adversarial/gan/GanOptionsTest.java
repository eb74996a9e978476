package dev.figment.model.adversarial.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.model.Phase;
import dev.figment.model.TrainingPosition;
import dev.figment.model.adversarial.Ema;
import dev.figment.model.adversarial.PairwiseDistance;
import dev.figment.optim.Adam;
import dev.figment.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each penalty and option as it is wired, against plain arithmetic. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GanOptionsTest {
  private static final Offset<Double> NEAR = within(1e-4);
  private static final String WASSERSTEIN = "loss: wasserstein\n";

  private static void at(Gan gan, TrainingPosition position) {
    gan.advance(position, position);
  }

  private static double slopeSquared(Tried tried) {
    float[] w = tried.weights("discriminator", "0.weight");
    return (double) w[0] * w[0] + (double) w[1] * w[1];
  }

  /** What the penalty adds to the loss of the same GAN without it. */
  private static double added(String option) {
    return added(WASSERSTEIN, option, "discriminator");
  }

  private static double added(String before, String option, String phase) {
    try (Tried with = Tried.of(before + option);
        Tried without = Tried.of(before + "")) {
      return with.total(phase) - without.total(phase);
    }
  }

  @Test
  void gradient_penalty_and_dragan_hold_the_slope_of_a_linear_critic_at_one() {
    try (Tried tried = Tried.of(WASSERSTEIN + "")) {
      double excess = Math.sqrt(slopeSquared(tried)) - 1;
      assertThat(added("penalties: [gradientPenalty: {weight: 3}]"))
          .isCloseTo(3 * excess * excess, NEAR);
      assertThat(added("penalties: [dragan: {weight: 2}]")).isCloseTo(2 * excess * excess, NEAR);
      double above = Math.max(0, excess);
      assertThat(added("penalties: [gradientPenalty: {oneSided: true}]"))
          .isCloseTo(10 * above * above, NEAR);
    }
  }

  @Test
  void r1_is_half_gamma_of_the_squared_slope_and_drift_the_mean_square_of_real_scores() {
    try (Tried tried = Tried.of(WASSERSTEIN + "")) {
      assertThat(added("penalties: [r1: {gamma: 4}]")).isCloseTo(2 * slopeSquared(tried), NEAR);
      float[] w = tried.weights("discriminator", "0.weight");
      double squares = 0;
      for (int i = 0; i < 8; i += 2) {
        squares += Math.pow(w[0] * Tried.REALS[i] + w[1] * Tried.REALS[i + 1], 2);
      }
      assertThat(added("penalties: [drift: {weight: 0.5}]")).isCloseTo(0.5 * squares / 4, NEAR);
    }
  }

  @Test
  void penalties_are_statistics_too() {
    try (Tried tried = Tried.of(WASSERSTEIN + "penalties: [gradientPenalty: {}, drift: {}]")) {
      assertThat(tried.losses("discriminator").statistics())
          .containsOnlyKeys(
              "loss/real",
              "loss/fake",
              "penalty/gradientPenalty",
              "penalty/drift",
              "scores/real",
              "scores/fake");
    }
  }

  @Test
  void penalties_on_reals_belong_to_the_update_on_reals_where_updates_are_separate() {
    String separate = "loss: nonSaturating\nupdates: separate\n";
    try (Tried tried = Tried.of(separate + "penalties: [r1: {gamma: 2}]");
        Tried without = Tried.of(separate + "")) {
      for (int i = 0; i < 2; i++) {
        double more =
            tried.gan.phases().get(i).objective().of(Tried.reals()).total().item()
                - without.gan.phases().get(i).objective().of(Tried.reals()).total().item();
        assertThat(more).isCloseTo(i == 0 ? slopeSquared(tried) : 0, NEAR);
      }
    }
  }

  private static final String LAZY =
      """
      loss: nonSaturating
      optimizer:
        generator: {sgd: 0.1}
        discriminator: {adam: {learningRate: 0.17, beta1: 0.5, beta2: 0.9}}
      """;

  @Test
  void lazy_r1_is_a_phase_of_each_kth_step_that_counts_for_all_of_them() {
    try (Tried tried = Tried.of(LAZY + "penalties: [r1: {gamma: 2, every: 16}]");
        Tried without = Tried.of(LAZY)) {
      assertThat(tried.gan.phases())
          .extracting(Phase::name)
          .containsExactly("discriminator", "r1", "generator");
      Phase lazy = tried.phase("r1");
      assertThat(lazy.timesAt(new TrainingPosition(32, 0, 0))).isEqualTo(1);
      assertThat(lazy.timesAt(new TrainingPosition(33, 0, 0))).isZero();
      assertThat(tried.total("r1")).isCloseTo(16 * slopeSquared(tried), within(1e-3));
      assertThat(tried.total("discriminator")).isEqualTo(without.total("discriminator"));
    }
  }

  @Test
  void lazy_r1_shares_the_discriminators_adam_which_is_paced_for_it() {
    try (Tried tried = Tried.of(LAZY + "penalties: [r1: {every: 16}]")) {
      assertThat(tried.phase("r1").optimizer()).isSameAs(tried.phase("discriminator").optimizer());
      Adam adam = (Adam) tried.phase("r1").optimizer().rule();
      assertThat(adam.learningRate()).isCloseTo(0.16, within(1e-12));
      assertThat(adam.beta1()).isCloseTo(Math.pow(0.5, 16 / 17.0), within(1e-12));
      assertThat(adam.beta2()).isCloseTo(Math.pow(0.9, 16 / 17.0), within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"mixed, 3, 12", "separate, 1, 8", "separate, 2, 16"})
  void each_of_several_updates_counts(String updates, int steps, int paced) {
    String recipe = LAZY + "updates: %s\ndiscriminatorSteps: %d\n".formatted(updates, steps);
    try (Tried tried = Tried.of(recipe + "penalties: [r1: {gamma: 2, every: 4}]")) {
      Adam adam = (Adam) tried.phase("r1").optimizer().rule();
      assertThat(adam.learningRate()).isCloseTo(0.17 * paced / (paced + 1), within(1e-12));
      assertThat(tried.total("r1")).isCloseTo(4 * steps * slopeSquared(tried), within(1e-3));
    }
  }

  @Test
  void clipped_weights_never_leave_their_interval_and_the_generators_may() {
    try (Tried tried = Tried.of(WASSERSTEIN + "weightClip: 0.01")) {
      tried.step("discriminator");
      for (float w : tried.weights("discriminator", "0.weight")) {
        assertThat(Math.abs(w)).isLessThanOrEqualTo(0.01f);
      }
      tried.step("generator");
      float[] made = tried.weights("generator", "0.weight");
      double most = 0;
      for (float w : made) {
        most = Math.max(most, Math.abs(w));
      }
      assertThat(most).isGreaterThan(0.01);
    }
  }

  @Test
  void feature_matching_is_the_distance_of_means_at_the_last_layers_door() {
    try (Tried with = Tried.of(WASSERSTEIN + "featureMatching: 3");
        Tried without = Tried.of(WASSERSTEIN + "")) {
      for (Tried each : new Tried[] {with, without}) {
        each.set("generator", "0.weight", 0, 0, 0, 0, 0, 0); // it makes its bias
        each.set("generator", "0.bias", 1, -1);
      }
      double[] means = {(1 - 1 + 3 + 0) / 4.0, (2 + 0.5 - 2 + 1) / 4.0};
      double apart = (Math.abs(means[0] - 1) + Math.abs(means[1] + 1)) / 2;
      assertThat(with.total("generator") - without.total("generator")).isCloseTo(3 * apart, NEAR);
    }
  }

  @Test
  void historical_averaging_pulls_both_networks_to_the_mean_of_all_their_values() {
    try (Tried with = Tried.of(WASSERSTEIN + "historicalAveraging: 2");
        Tried without = Tried.of(WASSERSTEIN + "")) {
      with.gan.advance(TrainingPosition.START, TrainingPosition.START);
      assertThat(with.total("discriminator")).isCloseTo(without.total("discriminator"), NEAR);
      float[] born = with.weights("discriminator", "0.weight");
      float[] then = {born[0] + 1, born[1] - 3};
      with.set("discriminator", "0.weight", then);
      without.set("discriminator", "0.weight", then);
      with.gan.advance(TrainingPosition.START, new TrainingPosition(1, 0, 4));
      // The mean of birth and now is half of (1, −3) away.
      assertThat(with.total("discriminator") - without.total("discriminator"))
          .isCloseTo(2 * (0.25 + 2.25), within(1e-3));
      assertThat(with.gan.state()).containsOnlyKeys("discriminator.history", "generator.history");
    }
  }

  @Test
  void instance_noise_fades_with_the_images_shown() {
    InstanceNoise noise = new InstanceNoise(0.4, 10.0);
    assertThat(noise.at(0)).isEqualTo(0.4);
    assertThat(noise.at(2.5)).isCloseTo(0.3, within(1e-12));
    assertThat(noise.at(10)).isZero();
    assertThat(noise.at(20)).isZero();
    assertThat(new InstanceNoise(0.4, null).at(1e6)).isEqualTo(0.4);
  }

  @Test
  void noise_is_on_what_the_discriminator_sees_until_it_has_faded() {
    String option = "instanceNoise: {deviation: 0.5, untilKimg: 1}";
    try (Tried with = Tried.of(WASSERSTEIN + option);
        Tried without = Tried.of(WASSERSTEIN + "")) {
      at(with.gan, new TrainingPosition(0, 0, 500));
      double noisy = with.losses("discriminator").statistics().get("scores/real").item();
      float[] w = without.weights("discriminator", "0.weight");
      var stream = dev.figment.tensor.RandomStream.named("instanceNoise", 1);
      double shift = 0;
      for (int i = 0; i < 8; i++) {
        shift += 0.25 * stream.nextGaussian() * w[i % 2] / 4;
      }
      double plain = without.losses("discriminator").statistics().get("scores/real").item();
      assertThat(noisy).isCloseTo(plain + shift, NEAR);
      at(with.gan, new TrainingPosition(9, 0, 1000));
      assertThat(with.losses("discriminator").statistics().get("scores/real").item())
          .isEqualTo(plain);
    }
  }

  @Test
  void the_average_follows_the_generator_and_samples_come_from_it() {
    String ema = "ema: {halfLifeKimg: 0.004, rampUp: 0}";
    try (Tried tried = Tried.of(WASSERSTEIN + ema)) {
      float[] born = tried.weights("generator", "0.bias");
      assertThat(tried.weights("ema", "0.bias")).isEqualTo(born);
      tried.set("generator", "0.bias", 8, -4);
      tried.gan.advance(
          TrainingPosition.START, new TrainingPosition(1, 0, 4)); // a half-life: half of the way
      assertThat(tried.weights("ema", "0.bias"))
          .containsExactly((born[0] + 8) / 2, (born[1] - 4) / 2);
      Tensor z = Tensor.zeros(1, 3);
      assertThat(tried.gan.sample(z, null).toArray())
          .containsExactly(tried.weights("ema", "0.bias"));
    }
  }

  @Test
  void the_averages_half_life_is_held_to_a_share_of_all_images_shown() {
    Ema ema = new Ema(10, 0.05);
    assertThat(ema.beta(100, 100)).isCloseTo(Math.pow(0.5, 100 / 5.0), within(1e-12));
    assertThat(ema.beta(100, 10_000_000)).isCloseTo(Math.pow(0.5, 0.01), within(1e-12));
    assertThat(new Ema(10, 0).beta(100, 100)).isCloseTo(Math.pow(0.5, 0.01), within(1e-12));
  }

  @Test
  void spread_is_the_root_mean_squared_distance_of_all_pairs() {
    try (Tried tried = Tried.of(WASSERSTEIN + "")) {
      double squares = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < i; j++) {
          squares += Math.pow(Tried.REALS[2 * i] - Tried.REALS[2 * j], 2);
          squares += Math.pow(Tried.REALS[2 * i + 1] - Tried.REALS[2 * j + 1], 2);
        }
      }
      assertThat(tried.losses("generator").statistics().get("spread/real").item())
          .isCloseTo(Math.sqrt(squares / 6), NEAR);
      assertThat(PairwiseDistance.of(Tensor.of(new float[] {1, 2}, 1, 2)).item()).isZero();
    }
  }

  @Test
  void layers_that_compare_examples_see_each_kind_by_itself_in_a_mixed_update() {
    String comparing = "discriminator: [{minibatchStandardDeviation: {group: 4}}, {dense: 1}]\n";
    try (Tried tried = Tried.of(comparing + "loss: wasserstein")) {
      tried.set("discriminator", "1.weight", 0, 0, 1); // what the layer appends
      double deviations = 0;
      for (int unit = 0; unit < 2; unit++) {
        double mean = 0;
        double squares = 0;
        for (int i = unit; i < Tried.REALS.length; i += 2) {
          mean += Tried.REALS[i] / 4;
          squares += Tried.REALS[i] * Tried.REALS[i] / 4;
        }
        deviations += Math.sqrt(squares - mean * mean) / 2;
      }
      assertThat(tried.losses("discriminator").statistics().get("scores/real").item())
          .isCloseTo(deviations, NEAR);
    }
  }

  @Test
  void losses_that_ask_where_an_example_comes_from_add_two_means() {
    try (Tried tried = Tried.of("loss: nonSaturating")) {
      tried.set("discriminator", "0.weight", 0, 0);
      tried.set("discriminator", "0.bias", 1);
      double expected = Math.log(1 + Math.exp(-1)) + Math.log(1 + Math.exp(1));
      assertThat(tried.total("discriminator")).isCloseTo(expected, NEAR);
      assertThat(tried.total("generator")).isCloseTo(Math.log(1 + Math.exp(-1)), NEAR);
    }
  }

  @Test
  void without_options_there_are_two_networks_and_nothing_to_remember() {
    try (Tried tried = Tried.of("loss: hinge")) {
      assertThat(tried.gan.networks()).hasSize(2);
      assertThat(tried.gan.state()).isEmpty();
    }
  }
}
