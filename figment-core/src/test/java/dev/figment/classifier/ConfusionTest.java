package dev.figment.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfusionTest {
  private static final List<String> CLASSES = List.of("rose", "tulip", "daisy");

  @Test
  void accuracy_is_the_share_of_right_ones_in_all_and_of_each_class() {
    Confusion confusion =
        Confusion.of(CLASSES, new int[] {0, 0, 0, 0, 1, 1}, new int[] {0, 0, 0, 1, 1, 2});
    assertThat(confusion.accuracy()).isEqualTo(4 / 6.0);
    assertThat(confusion.accuracy(0)).isEqualTo(0.75);
    assertThat(confusion.accuracy(1)).isEqualTo(0.5);
    assertThat(confusion.accuracy(2)).isNaN();
  }

  @Test
  void the_most_frequent_mistake_is_a_share_of_what_was_asked() {
    Confusion confusion =
        Confusion.of(
            CLASSES, new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1}, new int[] {0, 0, 0, 2, 1, 1, 1, 0, 0});
    assertThat(confusion.mostFrequentMistake())
        .contains(new Confusion.Mistake("tulip", "rose", 0.4));
  }

  @Test
  void where_all_are_right_there_is_no_mistake() {
    int[] each = {0, 1, 2};
    assertThat(Confusion.of(CLASSES, each, each).mostFrequentMistake()).isEmpty();
  }

  @Test
  void a_class_seen_is_expected_for_each_image() {
    assertThatThrownBy(() -> Confusion.of(CLASSES, new int[] {0, 1}, new int[] {0}))
        .isInstanceOf(UsageException.class)
        .hasMessage("confusion: expected a class seen for each of 2 images, got 1");
  }
}
