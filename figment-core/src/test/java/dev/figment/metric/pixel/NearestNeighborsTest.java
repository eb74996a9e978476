package dev.figment.metric.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import dev.figment.tensor.Backend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NearestNeighborsTest {
  private static final Shape SMALL = Shape.image(2, 2, 1);
  private static final Shape GRAY = Shape.image(6, 5, 2);

  private static ImageSet plain(String name, int... brightness) {
    byte[] bytes = new byte[4 * brightness.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) brightness[i / 4];
    }
    return Pixels.set(name, SMALL, bytes);
  }

  private static NearestNeighbors of(ImageSet generated, ImageSet training, ImageSet test) {
    return NearestNeighbors.of(generated, training, test, 1, Progress.NONE);
  }

  @Test
  void the_nearest_and_its_distance_are_found() {
    NearestNeighbors found =
        of(plain("g", 0, 90, 255, 103), plain("train", 10, 100, 200), plain("test", 13, 96));
    assertThat(found.nearest()).containsExactly(0, 1, 2, 1);
    assertThat(found.distances()).containsExactly(10, 10, 55, 3);
    assertThat(found.generated().mean()).isEqualTo(10);
    assertThat(found.test().mean()).isEqualTo(3.5);
    assertThat(found.copies()).isNull();
  }

  @Test
  void it_is_that_of_plain_loops() {
    ImageSet generated = Pixels.noise("g", 30, GRAY, 1);
    ImageSet training = Pixels.noise("t", 5000, GRAY, 2); // three blocks
    NearestNeighbors found = of(generated, training, null);
    for (int i = 0; i < 30; i++) {
      int nearest = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < 5000; j++) {
        double distance = distance(generated, i, training, j);
        if (distance < least) {
          least = distance;
          nearest = j;
        }
      }
      assertThat(found.nearest()[i]).isEqualTo(nearest);
      assertThat(found.distances()[i]).isCloseTo(least, within(1e-12));
    }
    assertThat(found.test()).isNull();
    assertThat(found.copies()).isNull();
  }

  private static double distance(ImageSet a, int i, ImageSet b, int j) {
    byte[] one = a.image(i).bytes();
    byte[] other = b.image(j).bytes();
    double squares = 0;
    for (int k = 0; k < one.length; k++) {
      squares += Math.pow((one[k] & 0xff) - (other[k] & 0xff), 2);
    }
    return Math.sqrt(squares / one.length);
  }

  @Test
  void copies_of_training_images_are_at_no_distance_and_counted() {
    ImageSet training = Pixels.noise("t", 300, GRAY, 2);
    int[] half = IntStream.range(0, 100).map(i -> i < 50 ? i : 0).toArray();
    ImageSet copied = training.only(half);
    NearestNeighbors found = of(copied, training, Pixels.noise("test", 200, GRAY, 3));
    assertThat(found.nearest()).isEqualTo(half);
    assertThat(found.distances()).containsOnly(0);
    assertThat(found.generated().mean()).isZero();
    assertThat(found.generated().standardError()).isZero();
    assertThat(found.copies().mean()).isEqualTo(1);
  }

  @Test
  void images_as_new_as_the_test_images_have_one_copy_in_a_hundred() {
    NearestNeighbors found =
        of(
            Pixels.noise("g", 2000, SMALL, 1),
            Pixels.noise("t", 500, SMALL, 2),
            Pixels.noise("test", 2000, SMALL, 3));
    assertThat(found.copies().mean()).isBetween(0.002, 0.03);
    assertThat(found.copies().low()).isLessThan(0.01);
    assertThat(found.copies().high()).isGreaterThan(0.01);
    assertThat(found.generated().mean())
        .isCloseTo(found.test().mean(), within(5 * found.test().standardError()));
  }

  @Test
  void as_many_test_images_are_taken_as_were_generated() {
    ImageSet training = Pixels.noise("t", 100, GRAY, 2);
    ImageSet test = Pixels.noise("test", 300, GRAY, 3);
    assertThat(of(Pixels.noise("g", 120, GRAY, 1), training, test).test().examples())
        .isEqualTo(120);
    assertThat(of(Pixels.noise("g", 400, GRAY, 1), training, test).test().examples())
        .isEqualTo(300);
  }

  @Test
  void the_standard_error_of_a_median_is_that_of_large_samples() {
    // of 4,000 uniform values of density f, 1/(2·f·√n)
    int[] brightness = new int[4000];
    Arrays.setAll(brightness, i -> i * 251 % 4000 * 200 / 4000 + 50);
    NearestNeighbors found = of(plain("g", brightness), plain("t", 0), null);
    assertThat(found.generated().mean()).isCloseTo(150, within(1.0));
    assertThat(found.generated().standardError())
        .isCloseTo(200 / (2 * Math.sqrt(4000)), within(0.4));
  }

  @Test
  void quantiles_are_between_two_values() {
    double[] values = {4, 1, 3, 2};
    assertThat(NearestNeighbors.quantile(values, 0)).isEqualTo(1);
    assertThat(NearestNeighbors.quantile(values, 0.5)).isEqualTo(2.5);
    assertThat(NearestNeighbors.quantile(values, 0.01)).isCloseTo(1.03, within(1e-12));
    assertThat(NearestNeighbors.quantile(values, 1)).isEqualTo(4);
  }

  @Test
  void progress_is_told_of_generated_and_test_images() {
    List<String> told = new ArrayList<>();
    ImageSet few = plain("few", 1, 2, 3);
    NearestNeighbors.of(
        few, few, few, 1, (task, done, value) -> told.add(done + "/" + task.most()));
    assertThat(told).containsExactly("3/6", "6/6");
  }

  @Test
  void nothing_native_is_left() {
    ImageSet noise = Pixels.noise("n", 10, GRAY, 1);
    of(noise, noise, noise);
    long before = Backend.livePointers();
    of(noise, noise, noise);
    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void too_few_images_and_sizes_that_differ_are_refused() {
    ImageSet two = plain("two", 1, 2);
    assertThatThrownBy(() -> of(plain("one", 1), two, null))
        .isInstanceOf(UsageException.class)
        .hasMessage("nearest: expected at least 2 generated images, got 1");
    assertThatThrownBy(() -> of(two, plain("none"), null))
        .hasMessage("nearest: expected at least 1 training images, got 0");
    assertThatThrownBy(() -> of(two, two, plain("one", 1)))
        .hasMessage("nearest: expected at least 2 test images, got 1");
    assertThatThrownBy(() -> of(two, Pixels.noise("t", 2, GRAY, 1), null))
        .hasMessage(
            "nearest: expected images of one size, got generated ones of 2×2×1 and training ones"
                + " of 6×5×2");
  }
}
