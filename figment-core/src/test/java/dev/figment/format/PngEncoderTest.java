package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read back by Java's own decoder. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PngEncoderTest {
  private static byte[] readBack(byte[] png, int channels) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(Objects.requireNonNull(image).getRaster().getNumBands()).isEqualTo(channels);
    byte[] pixels = new byte[image.getWidth() * image.getHeight() * channels];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        for (int channel = 0; channel < channels; channel++) {
          pixels[at++] = (byte) image.getRaster().getSample(x, y, channel);
        }
      }
    }
    return pixels;
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,1,3", "7,3,1", "3,7,3", "28,28,1", "64,64,3", "300,200,3"})
  void noise_comes_back_as_it_was(int width, int height, int channels) throws IOException {
    byte[] pixels = new byte[width * height * channels];
    new Random(1).nextBytes(pixels);

    assertThat(readBack(new PngEncoder(width, height, channels, pixels).bytes(), channels))
        .isEqualTo(pixels);
  }

  @ParameterizedTest
  @CsvSource({"1", "3"})
  void what_neighbors_predict_comes_back_and_takes_little(int channels) throws IOException {
    int side = 64;
    byte[] slope = new byte[side * side * channels];
    for (int i = 0; i < slope.length; i++) {
      int x = i / channels % side;
      int y = i / channels / side;
      slope[i] = (byte) (y < side / 2 ? 3 * x + y : x * y / 16); // past 255 and on from 0
    }
    byte[] png = new PngEncoder(side, side, channels, slope).bytes();

    assertThat(readBack(png, channels)).isEqualTo(slope);
    assertThat(png.length).isLessThan(slope.length / 4);
  }

  @Test
  void pixels_that_are_too_few_are_refused() {
    assertThatThrownBy(() -> new PngEncoder(2, 3, 3, new byte[17]))
        .hasMessage("png: expected the bytes of 3×2×3 pixels in 1 or 3 channels, got 17");
    assertThatThrownBy(() -> new PngEncoder(1, 1, 2, new byte[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
