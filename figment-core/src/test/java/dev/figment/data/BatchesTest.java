package dev.figment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchesTest {
  /** Example i is the pixels i and 255 − i, of class i modulo 2. */
  private static final ImageSet TEN = bytes(10);

  private static final List<Integer> ALL = IntStream.range(0, 10).boxed().toList();

  private static ImageSet bytes(int count) {
    byte[] pixels = new byte[2 * count];
    for (int i = 0; i < count; i++) {
      pixels[2 * i] = (byte) i;
      pixels[2 * i + 1] = (byte) (255 - i);
    }
    int[] labels = IntStream.range(0, count).map(i -> i % 2).toArray();
    return ImageSet.ofBytes("ten", Shape.image(1, 2, 1), List.of("even", "odd"), labels, pixels);
  }

  private static Batches batches(int size, long seed) {
    return new Batches(TEN, Range.ZERO_TO_ONE, size, seed, Device.CPU);
  }

  /** The numbers of the examples in the next batches. */
  private static List<Integer> examples(Batches batches, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      try (Scope scope = Scope.open()) {
        float[] values = batches.next().examples().toArray();
        for (int j = 0; j < values.length; j += 2) {
          numbers.add(Math.round(values[j] * 255));
        }
      }
    }
    return numbers;
  }

  @Test
  void each_pass_shows_every_example_once_in_an_order_of_its_own() {
    Batches batches = batches(5, 1);
    List<List<Integer>> passes = new ArrayList<>();
    for (int pass = 0; pass < 5; pass++) {
      passes.add(examples(batches, 2));
    }
    assertThat(passes)
        .allSatisfy(pass -> assertThat(pass).containsExactlyInAnyOrderElementsOf(ALL));
    assertThat(passes).doesNotHaveDuplicates().doesNotContain(ALL);
  }

  @Test
  void a_batch_goes_on_in_the_next_pass_so_that_none_is_short() {
    List<Integer> threes = examples(batches(3, 1), 10);
    assertThat(threes).isEqualTo(examples(batches(5, 1), 6));
    for (int pass = 0; pass < 3; pass++) {
      assertThat(threes.subList(10 * pass, 10 * pass + 10))
          .containsExactlyInAnyOrderElementsOf(ALL);
    }
  }

  @Test
  void a_batch_may_be_larger_than_the_set() {
    List<Integer> numbers = examples(batches(25, 1), 2);
    assertThat(ALL).allSatisfy(i -> assertThat(Collections.frequency(numbers, i)).isEqualTo(5));
  }

  @Test
  void the_seed_decides_the_order() {
    assertThat(examples(batches(5, 7), 4)).isEqualTo(examples(batches(5, 7), 4));
    assertThat(examples(batches(5, 7), 4)).isNotEqualTo(examples(batches(5, 8), 4));
  }

  @Test
  void seeking_goes_on_exactly_there_whatever_was_read_before() {
    List<Integer> straight = examples(batches(3, 1), 12);
    for (int read = 0; read <= 12; read++) {
      Batches resumed = batches(3, 1);
      examples(resumed, 12 - read);
      resumed.seek(3L * read);
      assertThat(resumed.position()).isEqualTo(3L * read);
      assertThat(examples(resumed, 12 - read)).isEqualTo(straight.subList(3 * read, 36));
    }
  }

  @Test
  void the_position_counts_what_was_given_out_and_not_what_was_read_ahead() {
    Batches batches = batches(3, 1);
    examples(batches, 4);
    assertThat(batches.position()).isEqualTo(12);
  }

  @Test
  void bytes_become_values_of_the_range_with_channels_second() {
    ImageSet one =
        ImageSet.ofBytes(
            "one", Shape.image(1, 2, 3), List.of(), new int[1], new byte[] {0, 51, -1, -1, 0, 51});
    assertThat(only(one, Range.ZERO_TO_ONE)).containsExactly(0f, 1f, 0.2f, 0f, 1f, 0.2f);
    assertThat(only(one, Range.MINUS_ONE_TO_ONE)).containsExactly(-1f, 1f, -0.6f, -1f, 1f, -0.6f);
  }

  private static float[] only(ImageSet set, Range range) {
    try (Scope scope = Scope.open()) {
      Batch batch = new Batches(set, range, 1, 1, Device.CPU).next();
      assertThat(batch.examples().shape()).containsExactly(1, 3, 1, 2);
      assertThat(batch.labels()).isNull();
      float[] values = batch.examples().toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.round(values[i] * 1e5) / 1e5f;
      }
      return values;
    }
  }

  @Test
  void labels_follow_their_examples() {
    Batches batches = batches(4, 3);
    for (int i = 0; i < 6; i++) {
      try (Scope scope = Scope.open()) {
        Batch batch = batches.next();
        float[] values = batch.examples().toArray();
        float[] labels = batch.labels().toArray();
        assertThat(batch.size()).isEqualTo(4);
        assertThat(labels).hasSize(4);
        for (int j = 0; j < 4; j++) {
          assertThat(labels[j]).isEqualTo(Math.round(values[2 * j] * 255) % 2);
        }
      }
    }
  }

  @Test
  void vectors_come_as_they_are() {
    float[] floats = {1.5f, -2, 3, 4, 5, 600};
    ImageSet set = ImageSet.ofFloats("v", Shape.vector(3), List.of(), new int[2], floats);
    try (Scope scope = Scope.open()) {
      Batch batch = new Batches(set, Range.MINUS_ONE_TO_ONE, 2, 1, Device.CPU).next();
      assertThat(batch.examples().shape()).containsExactly(2, 3);
      assertThat(batch.examples().toArray()).containsExactlyInAnyOrder(floats);
    }
  }

  @Test
  void an_empty_set_is_refused() {
    assertThatThrownBy(() -> new Batches(bytes(0), Range.ZERO_TO_ONE, 1, 1, Device.CPU))
        .hasMessage("ten: expected at least one example, got none");
  }
}
