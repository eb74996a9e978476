package dev.figment.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearBaselineTest {
  private static ImageSet vectors(int size, float... numbers) {
    int count = numbers.length / size;
    return ImageSet.ofFloats("vectors", Shape.vector(size), List.of(), new int[count], numbers);
  }

  @Test
  void what_lies_on_the_line_is_restored_and_the_rest_by_its_distance() {
    LinearBaseline line = LinearBaseline.fit(vectors(2, 0, 0, 1, 1, 2, 2, 3, 3), 1);
    assertThat(line.errors(vectors(2, 5, 5, 0, 2)))
        .containsExactly(new double[] {0, 1}, within(1e-6)); // √2 away, squared, over two values
  }

  @Test
  void bytes_count_from_zero_to_one() {
    byte[] bytes = {0, (byte) 255, 0, (byte) 255, 0, (byte) 255, (byte) 255, (byte) 255};
    ImageSet set = ImageSet.ofBytes("images", Shape.image(1, 2, 1), List.of(), new int[4], bytes);
    double error = LinearBaseline.fit(set.only(0, 3), 1).errors(set.only(0))[0];
    assertThat(error).isCloseTo(0, within(1e-12));
    ImageSet black =
        ImageSet.ofBytes("images", Shape.image(1, 2, 1), List.of(), new int[1], new byte[2]);
    assertThat(LinearBaseline.fit(set.only(0, 3), 1).errors(black)[0])
        .isCloseTo(0.5, within(1e-6)); // 1 away in one of two values
  }

  @Test
  void there_are_no_more_components_than_there_are_to_find() {
    assertThat(LinearBaseline.fit(vectors(3, 1, 2, 3, 4, 5, 7, 9, 9, 9), 30).components().count())
        .isEqualTo(2);
    assertThat(LinearBaseline.fit(vectors(2, 1, 2, 3, 4, 5, 7, 9, 9), 30).components().count())
        .isEqualTo(2);
  }

  @Test
  void one_example_or_large_ones_have_no_baseline() {
    assertThat(LinearBaseline.canFit(vectors(2, 1, 2))).isFalse();
    assertThat(LinearBaseline.canFit(vectors(8193, new float[2 * 8193]))).isFalse();
    assertThat(LinearBaseline.canFit(vectors(2, 1, 2, 3, 4))).isTrue();
  }
}
