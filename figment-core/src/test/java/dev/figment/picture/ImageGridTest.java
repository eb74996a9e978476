package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.format.Png;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImageGridTest {
  private static final Shape GRAY = Shape.image(1, 2, 1);
  private static final int MOUNT = Palette.MOUNT.getRGB() & 0xffffff;

  @TempDir Path folder;

  @Test
  void images_stand_row_by_row_with_margins_between() {
    BufferedImage grid =
        ImageGrid.of(GRAY, new byte[] {1, 2, 3, 4, 5, 6}).scale(1).margin(1).columns(2).toImage();

    assertThat(grid.getWidth()).isEqualTo(7);
    assertThat(grid.getHeight()).isEqualTo(5);
    assertThat(row(grid, 0)).containsOnly(MOUNT);
    assertThat(row(grid, 1))
        .containsExactly(MOUNT, 0x010101, 0x020202, MOUNT, 0x030303, 0x040404, MOUNT);
    assertThat(row(grid, 3)).containsExactly(MOUNT, 0x050505, 0x060606, MOUNT, MOUNT, MOUNT, MOUNT);
  }

  @Test
  void images_of_a_network_are_brought_back_from_their_range() {
    // one image of 1×2 pixels: reds, greens, blues; 9 lies beyond the range
    Tensor images = Tensor.of(new float[] {-1, 1, 1, -1, 9, 0}, 1, 3, 1, 2);

    ImageGrid grid = ImageGrid.of(images, Range.MINUS_ONE_TO_ONE).scale(1).margin(0);

    assertThat(grid.count()).isEqualTo(1);
    assertThat(row(grid.toImage(), 0)).containsExactly(0x00ffff, 0xff0080);
    images.close();
  }

  @Test
  void examples_of_a_set_stand_in_the_order_asked_for() {
    ImageSet set = ImageSet.ofBytes("pairs", GRAY, List.of(), new int[2], new byte[] {1, 2, 3, 4});

    ImageGrid grid = ImageGrid.examples(set, new int[] {1, 0, 1}).scale(1).margin(0).columns(3);

    assertThat(row(grid.toImage(), 0))
        .containsExactly(0x030303, 0x040404, 0x010101, 0x020202, 0x030303, 0x040404);
  }

  @Test
  void the_first_image_is_read_back_from_a_picture() {
    for (int channels : new int[] {1, 3}) {
      for (int side : new int[] {5, 48}) { // zoomed, and not
        Shape shape = Shape.image(side, side + 1, channels);
        byte[] pixels = new byte[6 * shape.count()];
        new java.util.Random(1).nextBytes(pixels);
        BufferedImage picture = ImageGrid.of(shape, pixels).columns(3).toImage();

        assertThat(ImageGrid.firstOf(picture, shape))
            .isEqualTo(java.util.Arrays.copyOf(pixels, shape.count()));
      }
    }
  }

  @Test
  void a_picture_that_is_too_small_for_an_image_is_refused() {
    BufferedImage picture = ImageGrid.of(GRAY, new byte[2]).toImage();

    assertThatThrownBy(() -> ImageGrid.firstOf(picture, Shape.image(9, 9, 1)))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "image grid: expected a picture of images of 9×9×1, got one of %d×%d pixels",
            picture.getHeight(), picture.getWidth());
  }

  @Test
  void a_set_of_vectors_is_no_grid_of_images() {
    ImageSet set = ImageSet.ofFloats("points", GRAY, List.of(), new int[1], new float[2]);

    assertThatThrownBy(() -> ImageGrid.examples(set, new int[] {0}))
        .isInstanceOf(UsageException.class)
        .hasMessage("image grid: expected a set of images, points holds vectors");
  }

  @Test
  void a_tensor_of_vectors_is_no_grid_of_images() {
    Tensor vectors = Tensor.zeros(2, 3);

    assertThatThrownBy(() -> ImageGrid.of(vectors, Range.ZERO_TO_ONE))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "image grid: expected a tensor of (examples, channels, height, width), got float[2,"
                + " 3]");
    vectors.close();
  }

  @Test
  void a_scale_repeats_pixels() {
    BufferedImage grid = ImageGrid.of(GRAY, new byte[] {0, -1}).scale(2).margin(0).toImage();

    assertThat(grid.getHeight()).isEqualTo(2);
    assertThat(row(grid, 1)).containsExactly(0, 0, 0xffffff, 0xffffff);
  }

  @Test
  void colors_are_red_green_blue() {
    byte[] pixels = {(byte) 255, 1, 2, 3, 4, (byte) 128};

    assertThat(row(ImageGrid.of(Shape.image(1, 2, 3), pixels).scale(1).margin(0).toImage(), 0))
        .containsExactly(0xff0102, 0x030480);
  }

  @Test
  void small_images_are_doubled_and_the_grid_is_as_square_as_can_be() {
    ImageGrid digits = ImageGrid.of(Shape.image(28, 28, 1), new byte[28 * 28 * 10]);

    assertThat(digits.rows()).isEqualTo(3);
    assertThat(digits.count()).isEqualTo(10);
    assertThat(digits.toImage().getWidth()).isEqualTo(4 * 56 + 5 * 2);
    assertThat(ImageGrid.of(Shape.image(48, 48, 3), new byte[48 * 48 * 3]).toImage().getWidth())
        .isEqualTo(52);
  }

  @Test
  void the_png_has_the_same_pixels() {
    byte[] pixels = new byte[256];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) i;
    }
    Path file = folder.resolve("grid.png");
    ImageGrid grid = ImageGrid.of(Shape.image(1, 256, 1), pixels).margin(0);

    grid.writePng(file);

    assertThat(row(Png.read(file), 0)).containsExactly(row(grid.toImage(), 0));
  }

  @Test
  void labels_take_room_beside_the_images() {
    ImageGrid grid = ImageGrid.of(Shape.image(28, 28, 1), new byte[28 * 28 * 4]);
    BufferedImage labeled =
        grid.rowLabels(List.of("real", "fake")).columnLabels(List.of("a", "b")).toImage();

    assertThat(labeled.getWidth()).isGreaterThan(grid.toImage().getWidth() + 20);
    assertThat(labeled.getHeight()).isEqualTo(grid.toImage().getHeight() + 18);
  }

  @Test
  void what_is_handed_in_may_change_afterwards() {
    byte[] pixels = {7, 7};
    ImageGrid grid = ImageGrid.of(GRAY, pixels).scale(1).margin(0);
    pixels[0] = 0;

    assertThat(row(grid.toImage(), 0)).containsExactly(0x070707, 0x070707);
  }

  @Test
  void pixels_that_do_not_fit_are_refused() {
    assertThatThrownBy(() -> ImageGrid.of(Shape.image(28, 28, 1), new byte[1000]))
        .isInstanceOf(UsageException.class)
        .hasMessage("image grid: expected a multiple of 784 pixel values (28×28×1), got 1000");
    assertThatThrownBy(() -> ImageGrid.of(GRAY, new byte[0]))
        .hasMessage("image grid: expected a multiple of 2 pixel values (1×2×1), got 0");
  }

  @Test
  void what_is_no_image_is_refused() {
    assertThatThrownBy(() -> ImageGrid.of(Shape.vector(100), new byte[100]))
        .hasMessage("image grid: expected images of 1 or 3 channels, got 100");
    assertThatThrownBy(() -> ImageGrid.of(Shape.image(2, 2, 2), new byte[8]))
        .hasMessage("image grid: expected images of 1 or 3 channels, got 2×2×2");
  }

  @Test
  void a_frame_takes_the_margin_around_an_image() {
    int frame = Palette.FRAME.getRGB() & 0xffffff;

    BufferedImage grid =
        ImageGrid.of(GRAY, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
            .scale(1)
            .margin(1)
            .columns(2)
            .framed(Set.of(3))
            .toImage();

    assertThat(row(grid, 1)).doesNotContain(frame);
    assertThat(row(grid, 2)).containsExactly(MOUNT, MOUNT, MOUNT, frame, frame, frame, frame);
    assertThat(row(grid, 3))
        .containsExactly(MOUNT, 0x050505, 0x060606, frame, 0x070707, 0x080808, frame);
    assertThat(row(grid, 4)).containsExactly(MOUNT, MOUNT, MOUNT, frame, frame, frame, frame);
  }

  @Test
  void settings_are_refused_at_birth() {
    ImageGrid grid = ImageGrid.of(GRAY, new byte[2]);

    assertThatThrownBy(() -> grid.columns(0))
        .hasMessage("image grid: columns must be at least 1, got 0");
    assertThatThrownBy(() -> grid.margin(-1))
        .hasMessage("image grid: margin must be at least 0, got -1");
    assertThatThrownBy(() -> grid.scale(0))
        .hasMessage("image grid: scale must be at least 1, got 0");
    assertThatThrownBy(() -> grid.scale(100_000).toImage())
        .hasMessage(
            "image grid: expected at most 2147483647 pixels, got 100004×200004. Show fewer"
                + " images, or scale less.");
    assertThatThrownBy(() -> grid.rowLabels(List.of("a", "b")).toImage())
        .hasMessage("image grid: expected at most 1 row labels, got 2");
  }

  private static int[] row(BufferedImage image, int y) {
    int[] row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    return Arrays.stream(row).map(color -> color & 0xffffff).toArray();
  }
}
