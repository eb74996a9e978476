package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.format.Png;
import dev.figment.format.Rgb;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnimationTest {
  @TempDir Path folder;

  @Test
  void files_and_pictures_become_frames_with_words_below() throws IOException {
    Path png = folder.resolve("fakes-000500.png");
    Png.write(Rgb.blank(200, 100), png);
    Path gif = folder.resolve("progress.gif");

    Animation.empty().add(png, "step 500 · 64.0 kimg").add(Rgb.blank(200, 100)).write(gif);

    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(2);
      assertThat(hasInk(Rgb.of(reader.read(0)))).isTrue();
      assertThat(hasInk(Rgb.of(reader.read(1)))).isFalse();
    } finally {
      reader.dispose();
    }
  }

  @Test
  void frames_without_words_keep_their_size() {
    Path file = folder.resolve("progress.png");
    Animation.empty().add(Rgb.blank(20, 10)).write(file);

    assertThat(Png.read(file).getHeight()).isEqualTo(10);
  }

  @Test
  void words_that_are_too_long_are_made_smaller() {
    Path file = folder.resolve("progress.png");
    Animation.empty().add(Rgb.blank(60, 10), "step 123,456 · 64,000.0 kimg").write(file);

    BufferedImage picture = Png.read(file);
    assertThat(picture.getWidth()).isEqualTo(60);
    assertThat(picture.getRGB(1, 25)).isEqualTo(Palette.MOUNT.getRGB());
  }

  @Test
  void what_makes_no_animation_is_refused() {
    assertThatThrownBy(() -> Animation.empty().write(Path.of("a.gif")))
        .isInstanceOf(UsageException.class)
        .hasMessage("gif: expected at least one frame");
    assertThatThrownBy(() -> Animation.empty().add(Rgb.blank(1, 1)).write(Path.of("a.mp4")))
        .hasMessage("animation: expected a file that ends in .gif or .png, got a.mp4");
  }

  /** Whether anything dark stands on the band below a picture of 100 pixels. */
  private static boolean hasInk(BufferedImage frame) {
    assertThat(frame.getHeight()).isEqualTo(124);
    int[] band = frame.getRGB(0, 100, frame.getWidth(), 24, null, 0, frame.getWidth());
    return Arrays.stream(band).anyMatch(rgb -> (rgb & 0xff) < 0x60);
  }
}
