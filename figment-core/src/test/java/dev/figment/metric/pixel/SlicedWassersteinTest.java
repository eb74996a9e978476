package dev.figment.metric.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.metric.Estimate;
import dev.figment.nn.Shape;
import dev.figment.tensor.Backend;
import dev.figment.tensor.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlicedWassersteinTest {
  private static final SlicedWasserstein FEW = new SlicedWasserstein(16, 32);
  private static final Shape GRAY = Shape.image(28, 28, 1);

  private static double mean(ImageSet a, ImageSet b) {
    return FEW.of(a, b, 1, Progress.NONE).mean().mean();
  }

  @Test
  void a_set_is_at_no_distance_from_itself() {
    ImageSet slopes = Pixels.slopes("slopes", 40, GRAY, 1);
    SlicedWasserstein.Result result = FEW.of(slopes, slopes, 1, Progress.NONE);
    assertThat(result.levels().keySet()).containsExactly("28", "14");
    assertThat(result.levels().values()).containsOnly(new Estimate(0, 0, 40));
    assertThat(result.mean()).isEqualTo(new Estimate(0, 0, 40));
  }

  @Test
  void brightness_and_contrast_of_all_images_are_normalized_away() {
    ImageSet dark = Pixels.changed(Pixels.slopes("slopes", 30, GRAY, 1), x -> x / 2);
    assertThat(mean(dark, Pixels.changed(dark, x -> 2 * x + 1))).isLessThan(0.01);
  }

  @Test
  void the_longer_the_streaks_the_farther_from_noise() {
    ImageSet noise = Pixels.noise("noise", 60, GRAY, 1);
    double before = 10;
    for (double kept : new double[] {0.2, 0.5, 0.9}) {
      double distance = mean(noise, streaks(noise, kept));
      assertThat(distance).as("kept with %s", kept).isGreaterThan(1.5 * before);
      before = distance;
    }
  }

  /** Each pixel as the one before it, with a probability. */
  private static ImageSet streaks(ImageSet images, double kept) {
    RandomStream stream = RandomStream.named("streaks", 1);
    int[] last = {0};
    return Pixels.changed(images, x -> last[0] = stream.nextDouble() < kept ? last[0] : x);
  }

  @Test
  void distances_along_directions_are_those_of_scipy() {
    PixelFixture scipy = PixelFixture.named("swd");
    ImageSet a = scipy.images("a");
    LaplacianPyramid pyramid = LaplacianPyramid.of(a.shape());
    for (int level = 0; level < 2; level++) {
      Corners corners = corners(scipy.values("corners" + level), 20);
      Patches ofA = new Patches(a, pyramid, level, corners);
      Patches ofB = new Patches(scipy.images("b"), pyramid, level, corners);
      double[] found =
          new Directions(scipy.values("directions" + level), 147).distances(ofA, ofB, done -> {});
      float[] expected = scipy.values("distances" + level);
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], within(1e-6 * expected[i]));
      }
    }
  }

  private static Corners corners(float[] all, int perImage) {
    return new Corners() {
      @Override
      public int[] of(int image) {
        int[] corners = new int[2 * perImage];
        Arrays.setAll(corners, i -> (int) all[2 * perImage * image + i]);
        return corners;
      }

      @Override
      public int perImage() {
        return perImage;
      }
    };
  }

  @Test
  void patches_are_at_different_places_and_reach_the_edges() {
    Corners all = new Corners.Random(Shape.image(9, 12, 1), 500, 1);
    assertThat(all.perImage()).isEqualTo(18);
    assertThat(places(all.of(0))).hasSize(18).contains("0 0", "0 5", "2 0", "2 5");
    Corners some = new Corners.Random(Shape.image(9, 12, 1), 7, 1);
    assertThat(some.perImage()).isEqualTo(7);
    assertThat(places(some.of(0))).hasSize(7).isSubsetOf(places(all.of(0)));
    assertThat(some.of(0)).isEqualTo(some.of(0)).isNotEqualTo(some.of(1));
  }

  private static Set<String> places(int[] corners) {
    Set<String> places = new HashSet<>();
    for (int i = 0; i < corners.length; i += 2) {
      places.add(corners[i] + " " + corners[i + 1]);
    }
    return places;
  }

  @Test
  void directions_have_the_length_one() {
    Directions directions = Directions.random(5, 49, RandomStream.named("directions", 1));
    for (int i = 0; i < 5; i++) {
      double squares = 0;
      for (int j = 0; j < 49; j++) {
        squares += Math.pow(directions.values()[49 * i + j], 2);
      }
      assertThat(squares).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void the_same_seed_gives_the_same_numbers_and_another_others() {
    ImageSet a = Pixels.slopes("a", 20, GRAY, 1);
    ImageSet b = Pixels.noise("b", 20, GRAY, 2);
    SlicedWasserstein.Result once = FEW.of(a, b, 5, Progress.NONE);
    assertThat(FEW.of(a, b, 5, Progress.NONE)).isEqualTo(once);
    SlicedWasserstein.Result other = FEW.of(a, b, 6, Progress.NONE);
    assertThat(other.mean().mean()).isNotEqualTo(once.mean().mean());
    assertThat(other.mean().mean())
        .isCloseTo(once.mean().mean(), within(6 * once.mean().standardError()));
  }

  @Test
  void images_of_one_color_have_a_distance() {
    ImageSet noise = Pixels.noise("noise", 10, GRAY, 1);
    SlicedWasserstein.Result result =
        FEW.of(Pixels.changed(noise, x -> 9), noise, 1, Progress.NONE);
    assertThat(result.mean().mean()).isBetween(500.0, 1000.0); // E|N(0, 1)| is 0.8
  }

  @Test
  void color_and_sides_that_differ_have_levels() {
    Shape shape = Shape.image(32, 48, 3);
    SlicedWasserstein.Result result =
        FEW.of(Pixels.noise("a", 5, shape, 1), Pixels.noise("b", 5, shape, 2), 1, Progress.NONE);
    assertThat(result.levels().keySet()).containsExactly("32x48", "16x24");
    assertThat(result.mean().mean())
        .isCloseTo(
            result.levels().values().stream().mapToDouble(Estimate::mean).average().orElseThrow(),
            within(1e-9));
  }

  @Test
  void progress_is_told_of_the_directions_of_all_levels() {
    List<String> told = new ArrayList<>();
    ImageSet slopes = Pixels.slopes("slopes", 3, GRAY, 1);
    FEW.of(
        slopes,
        slopes,
        1,
        (task, done, level) ->
            told.add("%s %d/%d %.0f".formatted(task.name(), done, task.most(), level)));
    assertThat(told).containsExactly("swd 32/64 28", "swd 64/64 14");
  }

  @Test
  void nothing_native_is_left() {
    ImageSet slopes = Pixels.slopes("slopes", 3, GRAY, 1);
    FEW.of(slopes, slopes, 1, Progress.NONE);
    long before = Backend.livePointers();
    FEW.of(slopes, slopes, 1, Progress.NONE);
    assertThat(Backend.livePointers()).isEqualTo(before);
  }

  @Test
  void what_cannot_be_compared_is_refused() {
    ImageSet three = Pixels.noise("three", 3, GRAY, 1);
    assertThatThrownBy(() -> mean(three, Pixels.noise("x", 3, Shape.image(28, 28, 3), 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "swd: expected images of one size, got generated ones of 28×28×1 and a reference of"
                + " 28×28×3");
    assertThatThrownBy(() -> mean(three, Pixels.noise("x", 4, GRAY, 1)))
        .hasMessage(
            "swd: expected as many generated images as reference images and at least one, got 3"
                + " and 4");
    ImageSet small = Pixels.noise("x", 3, Shape.image(6, 9, 1), 1);
    assertThatThrownBy(() -> mean(small, small))
        .hasMessage("swd: expected images of at least 7×7, got 6×9×1");
    assertThatThrownBy(() -> new SlicedWasserstein(0, 2))
        .hasMessage("swd: patches must be at least 1, got 0");
    assertThatThrownBy(() -> new SlicedWasserstein(1, 1))
        .hasMessage("swd: directions must be at least 2, got 1");
  }
}
