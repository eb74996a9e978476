package dev.figment.model.adversarial.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a GAN tells of itself; its discriminator says 1, −1, 3 and 0 of the real examples. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiscriminatorStatisticsTest {
  private static double ofReals(String recipe, double bias, String statistic) {
    try (Tried tried = Tried.of(recipe)) {
      tried.set("discriminator", "0.weight", 1, 0);
      tried.set("discriminator", "0.bias", (float) bias);
      return tried.losses("discriminator").statistics().get(statistic).item();
    }
  }

  private static List<String> names(String recipe, int phase) {
    try (Tried tried = Tried.of(recipe)) {
      return List.copyOf(
          tried.gan.phases().get(phase).objective().of(Tried.reals()).statistics().keySet());
    }
  }

  @Test
  void statistics_are_named_for_what_was_looked_at() {
    assertThat(names("updates: mixed", 0))
        .containsExactlyInAnyOrder(
            "loss/real",
            "loss/fake",
            "scores/real",
            "accuracy/real",
            "scores/fake",
            "accuracy/fake");
    assertThat(names("updates: mixed", 1)).containsExactlyInAnyOrder("spread/real", "spread/fake");
    assertThat(names("updates: separate", 0))
        .containsExactlyInAnyOrder("loss/real", "scores/real", "accuracy/real");
    assertThat(names("updates: separate", 1))
        .containsExactlyInAnyOrder("loss/fake", "scores/fake", "accuracy/fake");
  }

  @Test
  void a_loss_of_logits_scores_by_their_sigmoid_and_is_right_above_a_half() {
    double mean = 0;
    for (double logit : new double[] {1, -1, 3, 0}) {
      mean += 1 / (1 + Math.exp(-logit)) / 4;
    }
    assertThat(ofReals("loss: nonSaturating", 0, "scores/real")).isCloseTo(mean, within(1e-6));
    assertThat(ofReals("loss: nonSaturating", 0, "accuracy/real")).isEqualTo(0.5);
  }

  /** Their middle, 2, is the limit; neither 0 nor a half would give these shares. */
  @Test
  void least_squares_scores_by_the_output_itself_and_the_middle_of_the_targets() {
    String least = "loss: leastSquares\ntargets: ";
    String targets = least + "{real: [2, 4], fake: 1, generator: 3}";
    assertThat(ofReals(targets, 0, "scores/real")).isCloseTo((1 - 1 + 3 + 0) / 4.0, within(1e-6));
    assertThat(ofReals(targets, 0, "accuracy/real")).isEqualTo(0.25);
    String turned = least + "{real: 1, fake: 3, generator: 1}";
    assertThat(ofReals(turned, 0, "accuracy/real")).isEqualTo(0.75);
  }

  @Test
  void accuracy_follows_targets_that_are_turned_around() {
    assertThat(ofReals("", 0.5, "accuracy/real")).isEqualTo(0.75);
    String turned = "targets: {real: [0, 0.1], fake: [0.9, 1], generator: 0}";
    assertThat(ofReals(turned, 0.5, "accuracy/real")).isEqualTo(0.25);
  }

  @Test
  void a_wasserstein_critic_has_scores_and_no_accuracy_and_hinge_is_right_above_zero() {
    assertThat(names("loss: wasserstein", 0))
        .containsExactlyInAnyOrder("loss/real", "loss/fake", "scores/real", "scores/fake");
    assertThat(ofReals("loss: hinge", 0, "accuracy/real")).isEqualTo(0.5);
  }
}
