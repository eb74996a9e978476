package dev.figment.model.adversarial.gan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.tensor.RandomStream;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A discriminator asked in evaluation mode; it says 1, −1, 3 and 0 of the real examples. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluationAccuracyTest {
  private static DiscriminatorAccuracy accuracy(Tried tried, float generated) {
    tried.set("generator", "0.weight", new float[6]);
    tried.set("generator", "0.bias", generated, 0);
    return tried
        .gan
        .accuracyMeasure()
        .orElseThrow()
        .of(Tried.reals(), RandomStream.named("accuracy", 1));
  }

  private static Tried tried(String more) {
    Tried tried = Tried.of(more);
    tried.set("discriminator", "0.weight", 1, 0);
    tried.set("discriminator", "0.bias", 0.5f);
    return tried;
  }

  @Test
  void it_is_right_of_what_lies_on_its_side_of_the_border() {
    try (Tried tried = tried("")) {
      assertThat(accuracy(tried, 2)).isEqualTo(new DiscriminatorAccuracy(4, 0.75, 0));
      assertThat(accuracy(tried, -2)).isEqualTo(new DiscriminatorAccuracy(4, 0.75, 1));
    }
  }

  @Test
  void targets_that_are_turned_around_turn_it_around() {
    try (Tried tried = tried("targets: {real: [0, 0.1], fake: [0.9, 1], generator: 0}")) {
      assertThat(accuracy(tried, 2)).isEqualTo(new DiscriminatorAccuracy(4, 0.25, 1));
    }
  }

  @Test
  void nothing_is_dropped_and_no_noise_is_put_on_examples() {
    try (Tried tried =
        tried("discriminator: [{dense: 1}, {dropout: 0.99}]\ninstanceNoise: {deviation: 100}")) {
      assertThat(accuracy(tried, -2)).isEqualTo(new DiscriminatorAccuracy(4, 0.75, 1));
    }
  }

  @Test
  void classes_of_the_real_examples_are_asked_for() {
    try (Tried tried =
        Tried.of("labels: {mode: auxiliary, units: 2}\ndiscriminator: [{dense: 3}]")) {
      DiscriminatorAccuracy accuracy =
          tried
              .gan
              .accuracyMeasure()
              .orElseThrow()
              .of(Tried.reals(), RandomStream.named("accuracy", 1));
      assertThat(accuracy.examples()).isEqualTo(4);
      assertThat(accuracy.real()).isBetween(0.0, 1.0);
      assertThat(accuracy.fake()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void a_wasserstein_critic_is_neither_right_nor_wrong() {
    try (Tried wasserstein = tried("loss: wasserstein");
        Tried hinge = tried("loss: hinge")) {
      assertThat(wasserstein.gan.accuracyMeasure()).isEmpty();
      assertThat(hinge.gan.accuracyMeasure()).isPresent();
    }
  }

  @Test
  void means_are_over_batches() {
    assertThat(
            DiscriminatorAccuracy.mean(
                List.of(
                    new DiscriminatorAccuracy(4, 1, 0), new DiscriminatorAccuracy(4, 0.5, 0.5))))
        .isEqualTo(new DiscriminatorAccuracy(8, 0.75, 0.25));
  }
}
