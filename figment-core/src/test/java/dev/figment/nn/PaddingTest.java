package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.tensor.Edges;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The closed formulas against loops that place one window after the other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PaddingTest {
  private interface Check {
    void of(int size, int kernel, int stride);
  }

  private static void everywhere(Check check) {
    for (int size = 1; size <= 17; size++) {
      for (int kernel = 1; kernel <= 8; kernel++) {
        for (int stride = 1; stride <= 5; stride++) {
          check.of(size, kernel, stride);
        }
      }
    }
  }

  @Test
  void valid_counts_the_windows_that_lie_inside() {
    everywhere(
        (size, kernel, stride) -> {
          int windows = 0;
          for (int start = 0; start + kernel <= size; start += stride) {
            windows++;
          }
          assertThat(Math.max(0, Padding.VALID.windows(size, kernel, stride))).isEqualTo(windows);
          assertThat(Padding.VALID.around(size, size, kernel, stride)).isEqualTo(Edges.NONE);
        });
  }

  @Test
  void same_counts_a_window_for_each_pixel_that_a_stride_meets() {
    everywhere(
        (size, kernel, stride) -> {
          int windows = 0;
          for (int pixel = 0; pixel < size; pixel += stride) {
            windows++;
          }
          assertThat(Padding.SAME.windows(size, kernel, stride)).isEqualTo(windows);
        });
  }

  @Test
  void same_adds_the_fewest_pixels_that_the_windows_need_and_the_odd_one_at_the_end() {
    everywhere(
        (size, kernel, stride) -> {
          int added = 0;
          while (windowsInside(size + added, kernel, stride)
              < Padding.SAME.windows(size, kernel, stride)) {
            added++;
          }
          int before = added / 2;
          int after = added - before;
          assertThat(Padding.SAME.around(size, size, kernel, stride))
              .isEqualTo(new Edges(before, after, before, after));
        });
  }

  private static int windowsInside(int size, int kernel, int stride) {
    int windows = 0;
    for (int start = 0; start + kernel <= size; start += stride) {
      windows++;
    }
    return windows;
  }

  @Test
  void height_and_width_are_padded_each_by_its_own_size() {
    assertThat(Padding.SAME.around(7, 8, 3, 2)).isEqualTo(new Edges(1, 1, 0, 1));
  }

  /** Which pixel of the larger image a window's first row meets must be the same both ways. */
  @Test
  void a_transposed_same_undoes_the_same_of_the_image_that_it_makes() {
    everywhere(
        (size, kernel, stride) -> {
          int larger = Padding.SAME.transposedSize(size, kernel, stride);
          Edges around = Padding.SAME.around(larger, larger, kernel, stride);
          Edges crop = Padding.SAME.crop(kernel, stride);
          assertThat(larger).isEqualTo(size * stride);
          assertThat(Padding.SAME.windows(larger, kernel, stride)).isEqualTo(size);
          assertThat(crop.top()).isEqualTo(around.top());
          assertThat(crop.left()).isEqualTo(around.left());
          assertCropLeaves(larger, crop, size, kernel, stride);
        });
  }

  @Test
  void a_transposed_valid_keeps_all_that_its_windows_reach_and_fills_up_whole_strides() {
    everywhere(
        (size, kernel, stride) -> {
          int reached = (size - 1) * stride + kernel;
          int larger = Padding.VALID.transposedSize(size, kernel, stride);
          assertThat(larger).isEqualTo(Math.max(reached, size * stride));
          assertCropLeaves(larger, Padding.VALID.crop(kernel, stride), size, kernel, stride);
        });
  }

  private static void assertCropLeaves(int left, Edges crop, int size, int kernel, int stride) {
    int full = (size - 1) * stride + kernel;
    assertThat(full - crop.top() - crop.bottom()).isEqualTo(left);
    assertThat(full - crop.left() - crop.right()).isEqualTo(left);
  }
}
