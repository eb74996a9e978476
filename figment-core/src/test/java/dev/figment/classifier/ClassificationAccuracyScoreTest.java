package dev.figment.classifier;

import static dev.figment.classifier.SomeGlyphs.TEST;
import static dev.figment.classifier.SomeGlyphs.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.metric.Estimate;
import dev.figment.tensor.Backend;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassificationAccuracyScoreTest {
  @BeforeAll
  static void threads() {
    Backend.threads(1);
  }

  @Test
  void real_images_teach_more_than_noise() {
    Estimate real = ClassificationAccuracyScore.of(TRAIN, TEST, 5, Progress.NONE);
    Estimate noise = ClassificationAccuracyScore.of(SomeGlyphs.noise(), TEST, 5, Progress.NONE);
    assertThat(real.mean()).isGreaterThan(0.6);
    assertThat(noise.mean()).isLessThan(0.3);
    assertThat(real.low()).isGreaterThan(noise.high());
    assertThat(real.examples()).isEqualTo(TEST.size());
  }

  @Test
  void test_images_of_other_classes_are_refused() {
    ImageSet digits = TEST.onlyClasses(List.of("1", "2"));
    assertThatThrownBy(() -> ClassificationAccuracyScore.of(TRAIN, digits, Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "classification accuracy score: expected test images as the generated ones, 28×28×1 in"
                + " classes [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], got 28×28×1 in classes [1, 2]");
  }
}
