package dev.figment.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassifierScoreTest {
  /** Logits of images, each sure of one class, by turns. */
  private static Points sure(int images, int classes) {
    float[] logits = new float[images * classes];
    for (int i = 0; i < images; i++) {
      logits[i * classes + i % classes] = 1000;
    }
    return new Points(logits, classes);
  }

  @Test
  void of_sure_images_spread_evenly_it_is_the_number_of_classes() {
    Estimate score = ClassifierScore.estimate(sure(200, 5));
    assertThat(score.mean()).isCloseTo(5, within(1e-12));
    assertThat(score.standardError()).isCloseTo(0, within(1e-12));
    assertThat(score.examples()).isEqualTo(200);
  }

  @Test
  void of_images_that_say_the_same_it_is_one() {
    float[] logits = new float[300];
    for (int i = 0; i < 300; i++) {
      logits[i] = i % 3;
    }
    assertThat(ClassifierScore.estimate(new Points(logits, 3)).mean()).isCloseTo(1, within(1e-12));
  }

  /** Half of the images say (p, 1 − p), half the other way: exp(log 2 − H(p)). */
  @Test
  void of_two_kinds_of_images_it_is_that_of_their_entropy() {
    float[] logits = new float[80];
    for (int i = 0; i < 40; i++) {
      logits[2 * i + i % 2] = 3;
    }
    double p = 1 / (1 + Math.exp(-3));
    double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    assertThat(ClassifierScore.estimate(new Points(logits, 2)).mean())
        .isCloseTo(2 / Math.exp(entropy), within(1e-12));
  }

  @Test
  void it_is_the_mean_of_the_splits_in_their_order() {
    float[] logits = new float[40]; // the first ten of one class, the others of both by turns
    for (int i = 0; i < 20; i++) {
      logits[2 * i + (i < 10 ? 0 : i % 2)] = 1000;
    }
    Estimate score = ClassifierScore.estimate(new Points(logits, 2), 2);
    assertThat(score.mean()).isCloseTo(1.5, within(1e-12));
    assertThat(score.standardError()).isCloseTo(0.5, within(1e-12)); // s/√2 of 1 and 2
  }

  @Test
  void what_has_no_score_is_refused() {
    assertThatThrownBy(() -> ClassifierScore.estimate(sure(19, 5)))
        .isInstanceOf(UsageException.class)
        .hasMessage("classifier score: expected at least 20 images for 10 splits, got 19");
    assertThatThrownBy(() -> ClassifierScore.estimate(sure(20, 5), 1))
        .hasMessage("classifier score: splits must be at least 2, got 1");
    assertThatThrownBy(() -> ClassifierScore.estimate(sure(20, 1)))
        .hasMessage("classifier score: expected a classifier of at least 2 classes, got 1");
  }
}
