package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GifTest {
  @TempDir Path folder;

  private record Read(List<BufferedImage> frames, List<Integer> hundredths, int localPalettes) {}

  @Test
  void gray_frames_keep_every_level() throws IOException {
    BufferedImage ramp = frame(16, 16, (x, y) -> Rgb.gray(16 * y + x));
    BufferedImage back = frame(16, 16, (x, y) -> Rgb.gray(255 - 16 * y - x));

    Read read = written(Gif.of(List.of(ramp, back)));

    assertSame(read.frames.get(0), ramp);
    assertSame(read.frames.get(1), back);
  }

  @Test
  void a_few_colors_are_kept() throws IOException {
    BufferedImage first = frame(10, 10, (x, y) -> 0x102030 * x + y);
    BufferedImage second = frame(10, 10, (x, y) -> 0xff0000);

    Read read = written(Gif.of(List.of(first, second)));

    assertSame(read.frames.get(0), first);
    assertSame(read.frames.get(1), second);
  }

  @Test
  void many_colors_come_near_and_all_frames_share_one_palette() throws IOException {
    Random random = new Random(3);
    BufferedImage first = frame(64, 64, (x, y) -> 4 * x << 16 | 4 * y << 8 | 128);
    BufferedImage second = frame(64, 64, (x, y) -> 4 * x << 16 | 4 * y << 8 | random.nextInt(256));

    Read read = written(Gif.of(List.of(first, second)));

    assertThat(read.localPalettes).isZero();
    assertThat(meanDistance(read.frames.get(0), first)).isLessThan(16);
    assertThat(meanDistance(read.frames.get(1), second)).isLessThan(20);
  }

  @Test
  void frames_have_their_delays_and_loop_for_ever() throws IOException {
    BufferedImage frame = frame(2, 2, (x, y) -> 0);
    Gif gif =
        Gif.of(List.of(frame, frame, frame))
            .delay(Duration.ofMillis(250))
            .lastDelay(Duration.ofSeconds(3));

    assertThat(written(gif).hundredths).containsExactly(25, 25, 300);
    assertThat(Files.readString(folder.resolve("a.gif"), StandardCharsets.ISO_8859_1))
        .startsWith("GIF89a")
        .contains("NETSCAPE2.0\3\1\0\0\0");
  }

  @Test
  void what_makes_no_animation_is_refused() {
    assertThatThrownBy(() -> Gif.of(List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage("gif: expected at least one frame");
    assertThatThrownBy(() -> Gif.of(List.of(Rgb.blank(2, 3), Rgb.blank(3, 3))))
        .hasMessage("gif: expected frames of 3×2 as the first one, got 3×3");
    assertThatThrownBy(() -> Gif.of(List.of(Rgb.blank(2, 3))).delay(Duration.ofMillis(10)))
        .hasMessage(
            "gif: delay must be from 20 ms (browsers slow down faster ones) to 10 minutes, got 10"
                + " ms");
  }

  private Read written(Gif gif) throws IOException {
    Path file = folder.resolve("a.gif");
    gif.write(file);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      Read read = new Read(new ArrayList<>(), new ArrayList<>(), 0);
      int localPalettes = 0;
      for (int i = 0; i < reader.getNumImages(true); i++) {
        read.frames.add(Rgb.of(reader.read(i)));
        var root =
            (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        var control =
            (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        read.hundredths.add(Integer.parseInt(control.getAttribute("delayTime")));
        localPalettes += root.getElementsByTagName("LocalColorTable").getLength();
      }
      return new Read(read.frames, read.hundredths, localPalettes);
    } finally {
      reader.dispose();
    }
  }

  static BufferedImage frame(int width, int height, IntBinaryOperator color) {
    BufferedImage frame = Rgb.blank(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        frame.setRGB(x, y, color.applyAsInt(x, y));
      }
    }
    return frame;
  }

  static void assertSame(BufferedImage actual, BufferedImage expected) {
    assertThat(pixels(actual)).containsExactly(pixels(expected));
  }

  private static double meanDistance(BufferedImage one, BufferedImage other) {
    int[] ours = pixels(one);
    int[] theirs = pixels(other);
    double sum = 0;
    for (int i = 0; i < ours.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        sum += Math.abs((ours[i] >> shift & 0xff) - (theirs[i] >> shift & 0xff));
      }
    }
    return sum / ours.length / 3;
  }

  private static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }
}
