package dev.figment.model.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** 30 examples of one number, which is their own: 15 of class a, 10 of b, 5 of c. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LabeledSubsetTest {
  private static final ImageSet SET =
      ImageSet.ofFloats(
          "numbers",
          Shape.vector(1),
          List.of("a", "b", "c"),
          IntStream.range(0, 30).map(i -> i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2).toArray(),
          numbers(30));

  private static float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private static ImageSet choose(int labels, long seed) {
    return LabeledSubset.choose(SET, labels, RandomStream.named("labels/1", seed));
  }

  private static int[] numbersOf(ImageSet set) {
    float[] number = new float[1];
    return IntStream.range(0, set.size())
        .map(
            i -> {
              set.copyFloats(i, number, 0);
              return (int) number[0];
            })
        .toArray();
  }

  @Test
  void classes_give_the_same_number_each() {
    assertThat(choose(15, 1).labels()).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2);
  }

  @Test
  void the_first_classes_give_one_more_where_it_does_not_come_out_even() {
    assertThat(choose(8, 1).labels()).containsExactly(0, 0, 0, 1, 1, 1, 2, 2);
  }

  @Test
  void no_example_is_chosen_twice_and_each_keeps_its_label() {
    ImageSet chosen = choose(15, 1);
    int[] numbers = numbersOf(chosen);
    assertThat(numbers).doesNotHaveDuplicates();
    assertThat(Arrays.stream(numbers).map(SET::label).toArray()).isEqualTo(chosen.labels());
  }

  @Test
  void every_example_of_a_class_is_as_likely() {
    int[] often = new int[30];
    for (int seed = 0; seed < 3000; seed++) {
      Arrays.stream(numbersOf(choose(3, seed))).forEach(number -> often[number]++);
    }
    for (int i = 0; i < 30; i++) {
      double expected = 3000.0 / (SET.label(i) == 0 ? 15 : SET.label(i) == 1 ? 10 : 5);
      assertThat(often[i]).isBetween((int) (expected * 0.75), (int) (expected * 1.25));
    }
  }

  @Test
  void another_seed_chooses_others() {
    assertThat(numbersOf(choose(15, 1))).isEqualTo(numbersOf(choose(15, 1)));
    assertThat(numbersOf(choose(15, 2))).isNotEqualTo(numbersOf(choose(15, 1)));
  }

  @Test
  void more_labels_than_examples_of_a_class_are_refused() {
    LabeledSubset.check(SET, 15);
    assertThatThrownBy(() -> LabeledSubset.check(SET, 18))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "pretrainedClassifier: labels: expected at most 5 of class c, which is all that numbers"
                + " has, got 6. Lower labels: they are spread evenly over 3 classes.");
  }

  @Test
  void minibatches_come_of_the_chosen_alone_with_their_labels() {
    ImageSet chosen = choose(6, 1);
    LabeledSubset labeled = new LabeledSubset(chosen, Range.ZERO_TO_ONE, Device.CPU);
    RandomStream stream = RandomStream.named("minibatches", 1);
    try (Scope scope = Scope.open()) {
      Batch batch = labeled.draw(200, stream);
      float[] examples = batch.examples().toArray();
      float[] labels = batch.labels().toArray();
      int[] among = numbersOf(chosen);
      for (int i = 0; i < 200; i++) {
        assertThat(among).contains((int) examples[i]);
        assertThat(labels[i]).isEqualTo(SET.label((int) examples[i]));
      }
      assertThat(IntStream.range(0, 200).map(i -> (int) examples[i]).distinct().count())
          .isEqualTo(6);
      assertThat(labeled.draw(200, stream).examples().toArray()).isNotEqualTo(examples);
    }
  }
}
