package dev.figment.run.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.train.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GanWarningsTest {
  private final List<String> said = new ArrayList<>();
  private final GanWarnings warnings = new GanWarnings(said::add);
  private long step;

  private void ticks(int count, Map<String, Double> statistics) {
    ticks(count, 20, statistics);
  }

  private void ticks(int count, int steps, Map<String, Double> statistics) {
    for (int i = 0; i < count; i++) {
      step += steps;
      warnings.onTick(new Tick(step, 0, 0, 0, 0, 0, statistics));
    }
  }

  private static Map<String, Double> accuracy(double real, double fake) {
    return Map.of("accuracy/real", real, "accuracy/fake", fake);
  }

  private static Map<String, Double> spread(double real, double fake) {
    return Map.of("spread/real", real, "spread/fake", fake);
  }

  @Test
  void a_discriminator_that_is_right_on_both_for_ten_ticks_is_told_of_once() {
    ticks(9, accuracy(1, 0.98));
    assertThat(said).isEmpty();
    ticks(30, accuracy(0.99, 1));
    assertThat(said)
        .containsExactly(
            "step 200: the discriminator tells nearly all real and generated examples apart, and"
                + " the generator learns little from one so sure. Lower its learning rate, or, of"
                + " what the recipe's kind has: give it dropout, tell it 0.9 of real examples where"
                + " targets.real is 1, add instanceNoise, add r1 or raise its gamma.");
  }

  @Test
  void ticks_of_single_steps_count_as_a_fifth() {
    ticks(45, 1, accuracy(1, 1));
    assertThat(said).isEmpty();
    ticks(1, 1, accuracy(1, 1));
    assertThat(said).hasSize(1);
  }

  @Test
  void one_kind_alone_or_ticks_between_do_not_count() {
    ticks(50, accuracy(1, 0.5));
    ticks(9, accuracy(1, 1));
    ticks(1, accuracy(0.97, 1));
    ticks(9, accuracy(1, 1));
    assertThat(said).isEmpty();
  }

  @Test
  void a_batch_that_was_spread_and_is_all_alike_for_ten_ticks_has_collapsed() {
    ticks(1, spread(10, 1));
    ticks(9, spread(10, 0.99));
    assertThat(said).isEmpty();
    ticks(30, spread(10, 0.99));
    assertThat(said)
        .containsExactly(
            "step 220: generated examples are nearly all alike (they lie 0.990 apart, real ones"
                + " 10.0). Lower the learning rates, or, of what the recipe's kind has: add"
                + " minibatchStandardDeviation to the discriminator, or try another loss, such as"
                + " wasserstein with a gradientPenalty.");
  }

  @Test
  void a_generator_that_begins_with_images_all_alike_is_given_fifty_ticks() {
    ticks(49, spread(10, 0.1));
    assertThat(said).isEmpty();
    ticks(1, spread(10, 0.1));
    assertThat(said).hasSize(1);
  }

  @Test
  void a_model_without_such_statistics_hears_nothing() {
    ticks(100, Map.of("loss/vae", 1.0));
    ticks(100, Map.of("scores/real", 1.0));
    assertThat(said).isEmpty();
  }
}
