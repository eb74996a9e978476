package dev.figment.train.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.tensor.Backend;
import dev.figment.train.StepObserver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of four reals of 8×8 and four fakes; operations are counted by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfilerTest {
  private static final String DENSE =
      """
      gan:
        latent: 3
        generator:
          - dense: 64
          - reshape: [8, 8, 1]
        discriminator:
          - flatten
          - dense: 5
          - leakyRelu: 0.2
          - dense: {units: 1, activation: sigmoid}
        reals: full
        optimizer: {generator: {adam: 1e-3}, discriminator: {adam: 1e-3}}
      """;

  private static final String PENALIZED =
      """
      gan:
        latent: 3
        generator:
          - dense: 64
          - batchNormalization
          - reshape: [8, 8, 1]
        discriminator:
          - spectralNormalization: {layer: {conv2d: {filters: 4, kernel: 4, stride: 2}}}
          - leakyRelu: 0.2
          - dropout: 0.3
          - flatten
          - residual: {layers: [{dense: 36}, relu]}
          - dense: 1
        loss: wasserstein
        discriminatorSteps: 2
        penalties: [gradientPenalty, r1: {gamma: 0.1, every: 3}]
        ema: {halfLifeKimg: 0.05}
        optimizer: {generator: {adam: 1e-3}, discriminator: {adam: 1e-3}}
      """;

  @BeforeAll
  static void one_thread() {
    Backend.threads(1);
  }

  private static Profile profile(String model, int warmUp, int steps, int trained) {
    Profiler profiler = new Profiler(warmUp, steps);
    TrainedGan.weights(model, trained, profiler);
    return profiler.profile().orElseThrow();
  }

  private static ProfileRow row(Profile profile, String phase, String name) {
    return profile.rows().stream()
        .filter(row -> row.phase().equals(phase) && row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(profile.rows()));
  }

  private static void assertOperations(double forward, double backward, ProfileRow row) {
    assertThat(row.forward().work().operations()).as(row.name()).isEqualTo(forward);
    assertThat(row.backward().work().operations()).as(row.name()).isEqualTo(backward);
  }

  @ParameterizedTest
  @ValueSource(strings = {DENSE, PENALIZED})
  void a_profiled_training_comes_to_the_same_weights_to_the_last_digit(String model) {
    assertThat(TrainedGan.weights(model, 8, new Profiler(2, 4)))
        .isEqualTo(TrainedGan.weights(model, 8, StepObserver.NONE));
  }

  @Test
  void a_profile_leaves_no_native_object_behind() {
    TrainedGan.weights(PENALIZED, 2, StepObserver.NONE); // what is made once is there after it
    long before = Backend.livePointers();
    TrainedGan.weights(PENALIZED, 20, new Profiler(5, 10));
    assertThat(Backend.livePointers()).isLessThanOrEqualTo(before);
  }

  @Test
  void the_steps_after_the_warm_up_are_looked_at() {
    Profile profile = profile(DENSE, 2, 3, 8);
    assertThat(profile.first()).isEqualTo(3);
    assertThat(profile.last()).isEqualTo(5);
    assertThat(profile.spans())
        .filteredOn(span -> span.category().equals("step"))
        .extracting(Span::name)
        .containsExactly("step 3", "step 4", "step 5");
  }

  @Test
  void a_training_that_ends_first_is_looked_at_to_its_end() {
    assertThat(profile(DENSE, 2, 30, 6).last()).isEqualTo(6);
  }

  @Test
  void a_training_that_ends_in_the_warm_up_has_no_profile() {
    Profiler profiler = new Profiler(3, 2);
    TrainedGan.weights(DENSE, 3, profiler);
    assertThat(profiler.profile()).isEmpty();
  }

  @Test
  void phases_have_the_layers_that_they_go_through_and_the_rest_comes_last() {
    assertThat(profile(DENSE, 1, 2, 3).rows())
        .extracting(row -> row.phase() + ": " + row.name())
        .containsExactly(
            "discriminator: loss",
            "discriminator: generator/0 dense",
            "discriminator: generator/1 reshape",
            "discriminator: discriminator/0 flatten",
            "discriminator: discriminator/1 dense",
            "discriminator: discriminator/2 leakyRelu",
            "discriminator: discriminator/3 dense",
            "generator: loss",
            "generator: generator/0 dense",
            "generator: generator/1 reshape",
            "generator: discriminator/0 flatten",
            "generator: discriminator/1 dense",
            "generator: discriminator/2 leakyRelu",
            "generator: discriminator/3 dense",
            ": rest",
            ": data",
            ": statistics",
            ": optimizer",
            ": advance");
  }

  @Test
  void the_rows_lie_within_the_step() {
    Profile profile = profile(DENSE, 1, 2, 3);
    double spans =
        profile.spans().stream()
            .filter(span -> span.category().equals("step"))
            .mapToDouble(span -> (span.endNanos() - span.startNanos()) / 1e9)
            .sum();
    assertThat(profile.step().seconds()).isPositive().isLessThanOrEqualTo(spans / 2 + 1e-9);
    assertThat(profile.rows()).allSatisfy(row -> assertThat(row.total().seconds()).isPositive());
  }

  @Test
  void the_discriminators_phase_goes_back_through_it_alone_and_not_to_its_input() {
    Profile profile = profile(DENSE, 1, 2, 3);
    assertOperations(2 * 4 * 3 * 64, 0, row(profile, "discriminator", "generator/0 dense"));
    double first = 2 * 8 * 64 * 5;
    assertOperations(first, first, row(profile, "discriminator", "discriminator/1 dense"));
    double last = 2 * 8 * 5;
    assertOperations(last, 2 * last, row(profile, "discriminator", "discriminator/3 dense"));
  }

  @Test
  void the_generators_phase_takes_no_gradients_of_the_discriminators_weights() {
    Profile profile = profile(DENSE, 1, 2, 3);
    double generator = 2 * 4 * 3 * 64;
    assertOperations(generator, generator, row(profile, "generator", "generator/0 dense"));
    double first = 2 * 4 * 64 * 5;
    assertOperations(first, first, row(profile, "generator", "discriminator/1 dense"));
  }

  @Test
  void what_layers_and_updates_move_is_counted_in_bytes() {
    Profile profile = profile(DENSE, 1, 2, 3);
    ProfileRow activation = row(profile, "generator", "discriminator/2 leakyRelu");
    assertThat(activation.forward().work()).isEqualTo(new Work(0, 4 * 4 * (5 + 5)));
    assertThat(activation.backward().work()).isEqualTo(new Work(0, 4 * 4 * (5 + 5 + 5)));
    double parameters = (3 + 1) * 64 + (64 + 1) * 5 + (5 + 1);
    assertThat(row(profile, "", "optimizer").forward().work())
        .isEqualTo(new Work(0, 4 * parameters * (1 + 2 + 4)));
    assertThat(row(profile, "generator", "generator/1 reshape").total().work())
        .isEqualTo(Work.NONE);
  }

  @Test
  void a_penalty_on_gradients_goes_back_through_a_layer_and_that_way_again() {
    String penalized = DENSE + "  loss: wasserstein\n  penalties: [gradientPenalty]\n";
    Profile profile = profile(penalized.replace("{units: 1, activation: sigmoid}", "1"), 1, 1, 2);
    double loss = 2 * 8 * 64 * 5;
    double penalty = 2 * 4 * 64 * 5;
    ProfileRow first = row(profile, "discriminator", "discriminator/1 dense");
    assertThat(first.forward().work().operations()).isEqualTo(loss + penalty);
    // its input's gradient, that one differentiated by what came and by the weights, and the
    // weights
    // once more for the zeros that a leaky ReLU sends back to its input
    assertThat(first.backward().work().operations()).isEqualTo(loss + 4 * penalty);
    assertThat(row(profile, "discriminator", "loss").backward().seconds()).isPositive();
  }

  @Test
  void layers_that_hold_others_and_phases_of_penalties_have_names_too() {
    assertThat(profile(PENALIZED, 1, 3, 4).rows())
        .extracting(row -> row.phase() + ": " + row.name())
        .contains(
            "discriminator: discriminator/0 spectralNormalization",
            "discriminator: discriminator/4 residual",
            "r1: discriminator/4 residual",
            "generator: generator/1 batchNormalization");
  }
}
