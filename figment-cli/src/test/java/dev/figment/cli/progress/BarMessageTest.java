package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.train.Tick;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BarMessageTest {
  private static Tick tick(Map<String, Double> statistics) {
    return new Tick(20, 0.04, 2.56, 6.2, 410.4, 1 << 30, new TreeMap<>(statistics));
  }

  private static final Tick OF_A_GAN =
      tick(
          Map.of(
              "loss/discriminator", 0.6753,
              "loss/real", 0.6512,
              "loss/fake", 0.6994,
              "loss/generator", 0.0231,
              "scores/real", 0.5));

  @Test
  void of_a_gan_the_losses_of_the_discriminator_stand_apart_before_the_accuracy() {
    assertThat(new BarMessage(OF_A_GAN, new DiscriminatorAccuracy(100, 0.98, 1)).parts())
        .containsExactly("d1 0.65 d2 0.70 g 0.023", "acc 98/100 %", "410 images/s");
  }

  @Test
  void before_the_first_snapshot_there_is_no_accuracy() {
    assertThat(new BarMessage(OF_A_GAN, null).parts())
        .containsExactly("d1 0.65 d2 0.70 g 0.023", "410 images/s");
  }

  @Test
  void losses_of_other_models_have_their_names() {
    Tick tick = tick(Map.of("loss/vae", 244.763, "loss/kl", 13.1, "loss/reconstruction", 0.0));
    assertThat(new BarMessage(tick, null).parts())
        .containsExactly("kl 13.10 reconstruction 0.00 vae 244.76", "410 images/s");
  }
}
