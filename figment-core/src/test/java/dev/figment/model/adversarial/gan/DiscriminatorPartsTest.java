package dev.figment.model.adversarial.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.model.Losses;
import dev.figment.tensor.Tensor;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A discriminator's loss on real and on generated examples apart; it says 1, −1, 3 and 0 of the
 * real ones and 2 of each generated one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiscriminatorPartsTest {
  private static final double[] REAL = {1, -1, 3, 0};

  private static Tried tried(String recipe) {
    Tried tried = Tried.of(recipe);
    tried.set("generator", "0.weight", new float[6]);
    tried.set("generator", "0.bias", 2, 0);
    tried.set("discriminator", "0.weight", 1, 0);
    tried.set("discriminator", "0.bias", 0);
    return tried;
  }

  private static double of(Losses losses, String name) {
    return losses.statistics().get(name).item();
  }

  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  private static double mean(DoubleUnaryOperator cost) {
    return DoubleStream.of(REAL).map(cost).average().orElseThrow();
  }

  @Test
  void with_targets_the_whole_is_the_mean_of_the_two() {
    try (Tried tried = tried("targets: {real: 0.9, fake: 0.2}")) {
      Losses losses = tried.losses("discriminator");
      double real = mean(x -> softplus(x) - 0.9 * x);
      double fake = softplus(2) - 0.2 * 2;
      assertThat(of(losses, "loss/real")).isCloseTo(real, within(1e-6));
      assertThat(of(losses, "loss/fake")).isCloseTo(fake, within(1e-6));
      assertThat(losses.total().item()).isCloseTo((real + fake) / 2, within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({"nonSaturating, 0.5921, 2.1269", "hinge, 0.75, 3", "wasserstein, -0.75, 2"})
  void without_targets_the_whole_is_their_sum(String loss, double real, double fake) {
    try (Tried tried = tried("loss: " + loss)) {
      Losses losses = tried.losses("discriminator");
      assertThat(of(losses, "loss/real")).isCloseTo(real, within(1e-4));
      assertThat(of(losses, "loss/fake")).isCloseTo(fake, within(1e-4));
      assertThat(losses.total().item()).isCloseTo(real + fake, within(1e-4));
    }
  }

  @Test
  void penalties_count_in_the_whole_alone() {
    try (Tried tried = tried("loss: hinge\npenalties: [{r1: {gamma: 1}}]")) {
      Losses losses = tried.losses("discriminator");
      assertThat(of(losses, "loss/real")).isCloseTo(0.75, within(1e-6));
      assertThat(losses.total().item())
          .isCloseTo(3.75 + of(losses, "penalty/r1"), within(1e-5))
          .isGreaterThan(3.76);
    }
  }

  @Test
  void of_separate_updates_each_tells_its_own() {
    try (Tried tried = tried("updates: separate")) {
      Map<String, Tensor> real = statistics(tried, 0);
      Map<String, Tensor> fake = statistics(tried, 1);
      assertThat(real).doesNotContainKey("loss/fake");
      assertThat(real.get("loss/real").item()).isCloseTo(mean(x -> softplus(x) - x), within(1e-6));
      assertThat(fake).doesNotContainKey("loss/real");
      assertThat(fake.get("loss/fake").item()).isCloseTo(softplus(2), within(1e-6));
    }
  }

  private static Map<String, Tensor> statistics(Tried tried, int phase) {
    return tried.gan.phases().get(phase).objective().of(Tried.reals()).statistics();
  }
}
