package dev.figment.metric.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.metric.Estimate;
import dev.figment.nn.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MultiScaleSsimTest {
  private static final Shape GRAY = Shape.image(28, 28, 1);

  private static double mean(ImageSet images) {
    return MultiScaleSsim.of(images, 1, Progress.NONE).mean();
  }

  /** Two images of 256×256 that make_pixel_fixtures.py makes by the same formula. */
  private static Plane formula(boolean second) {
    float[] values = new float[256 * 256];
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        int a = (x * x / 256 + y) % 256;
        values[256 * y + x] = second ? (3 * a + (x ^ y)) / 4 : a;
      }
    }
    return new Plane(values, 256, 256, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"28x28", "37x50"})
  void one_level_is_that_of_scikit_image_and_all_are_those_of_numpy(String size) {
    PixelFixture peer = PixelFixture.named("ssim-" + size);
    compare(peer, peer.image("a"), peer.image("b"));
  }

  @Test
  void large_images_have_the_numbers_of_scikit_image_numpy_and_pytorch_msssim() {
    Plane a = formula(false);
    Plane b = formula(true);
    compare(PixelFixture.named("ssim-256x256"), a, b);
    // pytorch-msssim 1.0.0, whose window is of float32
    assertThat(MultiScaleSsim.of(a, b)).isCloseTo(0.822383657729, within(5e-6));
  }

  private static void compare(PixelFixture peer, Plane a, Plane b) {
    Similarity found = Similarity.of(a, b);
    assertThat(found.similarity()).isCloseTo(peer.says("similarity"), within(1e-9));
    assertThat(found.contrast()).isCloseTo(peer.says("contrast"), within(1e-9));
    assertThat(MultiScaleSsim.of(a, b)).isCloseTo(peer.says("multiScale"), within(1e-9));
  }

  @Test
  void images_that_are_all_the_same_are_at_one() {
    ImageSet same = Pixels.slopes("one", 1, GRAY, 1).only(0, 0, 0, 0, 0, 0);
    Estimate estimate = MultiScaleSsim.of(same, 1, Progress.NONE);
    assertThat(estimate.mean()).isCloseTo(1, within(1e-12));
    assertThat(estimate.standardError()).isCloseTo(0, within(1e-12));
    assertThat(estimate.examples()).isEqualTo(3);
  }

  @Test
  void the_fewer_images_differ_the_higher() {
    ImageSet diverse = Pixels.slopes("slopes", 40, GRAY, 1);
    int[] two = new int[40];
    for (int i = 0; i < 20; i++) {
      two[i] = 1;
    }
    assertThat(mean(diverse)).isLessThan(mean(diverse.only(two)));
    assertThat(mean(diverse.only(two))).isLessThan(1);
  }

  @Test
  void images_of_opposite_structure_are_at_zero() {
    ImageSet slopes = Pixels.slopes("slopes", 1, GRAY, 1);
    Plane image = Plane.of(slopes, 0);
    Plane negative = Plane.of(Pixels.changed(slopes, x -> 255 - x), 0);
    assertThat(MultiScaleSsim.of(image, negative)).isZero();
  }

  @Test
  void images_without_structure_are_compared_by_brightness() {
    ImageSet gray = Pixels.changed(Pixels.noise("gray", 1, Shape.image(3, 5, 3), 1), x -> 100);
    Plane dark = Plane.of(gray, 0);
    Plane light = Plane.of(Pixels.changed(gray, x -> 200), 0);
    double brightness = (2 * 100 * 200 + 6.5025) / (100 * 100 + 200 * 200 + 6.5025);
    assertThat(MultiScaleSsim.of(dark, light))
        .isCloseTo(Math.pow(brightness, 0.1333), within(1e-9));
  }

  @Test
  void halves_are_means_of_four_pixels() {
    Plane image = new Plane(new float[] {1, 2, 3, 5, 6, 7, 9, 9, 9}, 3, 3, 1);
    assertThat(image.halved().values()).containsExactly(3.5f);
    assertThat(image.halved().halved().values()).containsExactly(3.5f);
    Plane row = new Plane(new float[] {1, 10, 3, 30, 5, 50, 7, 70}, 1, 4, 2);
    assertThat(row.halved().values()).containsExactly(2, 20, 6, 60);
  }

  @Test
  void the_pairs_are_those_of_the_seed_and_progress_is_told() {
    ImageSet slopes = Pixels.slopes("slopes", 1001, Shape.image(16, 16, 1), 1);
    List<String> told = new ArrayList<>();
    Estimate once =
        MultiScaleSsim.of(
            slopes, 3, (task, done, mean) -> told.add("%d %.6f".formatted(done, mean)));
    assertThat(told).hasSize(1).containsExactly("500 %.6f".formatted(once.mean()));
    assertThat(once.examples()).isEqualTo(500);
    assertThat(MultiScaleSsim.of(slopes, 3, Progress.NONE)).isEqualTo(once);
    assertThat(MultiScaleSsim.of(slopes, 4, Progress.NONE)).isNotEqualTo(once);
  }

  @Test
  void fewer_than_two_pairs_and_vectors_are_refused() {
    assertThatThrownBy(() -> mean(Pixels.noise("three", 3, GRAY, 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage("ms-ssim: expected at least 4 images, got 3");
    assertThatThrownBy(() -> mean(Pixels.set("vectors", Shape.vector(2), new byte[8])))
        .hasMessage("ms-ssim: expected images, got vectors of 2");
  }
}
