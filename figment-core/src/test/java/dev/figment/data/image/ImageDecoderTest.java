package dev.figment.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.data.Crafted;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageDecoderTest {
  /** 8×8 pixels of pure red, cyan 0, magenta 255, yellow 255, black 0, written by Pillow. */
  private static final String CMYK_JPEG =
      "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD9U6/Kqvyqr9U6/9k=";

  /** 2×2 pixels of (200, 30, 30), lossless, written by Pillow. */
  private static final String WEBP = "UklGRh4AAABXRUJQVlA4TBEAAAAvAUAAAAdQjyLXo/+BiOh/AAA=";

  @Test
  void colors_are_red_green_blue_row_after_row() throws Exception {
    Image picture = ImageDecoder.decode(Crafted.png(3, 2, 0x102030));
    assertThat(picture.height()).isEqualTo(2);
    assertThat(picture.width()).isEqualTo(3);
    assertThat(Arrays.copyOf(picture.bytes(), 4)).containsExactly(0x10, 0x20, 0x30, 0x10);
  }

  @Test
  void gray_keeps_its_values() throws Exception {
    Image picture = ImageDecoder.decode(gray(BufferedImage.TYPE_BYTE_GRAY, 100));
    assertThat(picture.channels()).isEqualTo(1);
    assertThat(picture.bytes()).containsOnly(100);
  }

  @Test
  void sixteen_bits_become_eight() throws Exception {
    assertThat(ImageDecoder.decode(gray(BufferedImage.TYPE_USHORT_GRAY, 100 * 257)).bytes())
        .containsOnly(100);
  }

  @Test
  void what_is_transparent_lies_over_white() throws Exception {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00000000);
    image.setRGB(1, 0, 0x80000000);
    assertThat(ImageDecoder.decode(Crafted.encoded(image, "png")).bytes())
        .containsExactly(255, 255, 255, 127, 127, 127);
  }

  @Test
  void a_palette_is_looked_up() throws Exception {
    byte[] reds = {0, (byte) 200};
    byte[] others = {0, 9};
    IndexColorModel palette = new IndexColorModel(1, 2, reds, others, others);
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSample(0, 0, 0, 1);
    assertThat(ImageDecoder.decode(Crafted.encoded(image, "png")).bytes())
        .containsExactly(200, 9, 9);
  }

  @Test
  void printing_colors_are_converted() throws Exception {
    Image picture = ImageDecoder.decode(Base64.getDecoder().decode(CMYK_JPEG));
    assertThat(picture.channels()).isEqualTo(3);
    assertThat(picture.bytes()[0] & 0xff).isGreaterThan(200);
    assertThat(picture.bytes()[1] & 0xff).isLessThan(60);
    assertThat(picture.bytes()[2] & 0xff).isLessThan(60);
  }

  @Test
  void webp_is_read() throws Exception {
    Image picture = ImageDecoder.decode(Base64.getDecoder().decode(WEBP));
    assertThat(picture.bytes()).containsExactly(200, 30, 30, 200, 30, 30, 200, 30, 30, 200, 30, 30);
  }

  @Test
  void a_file_that_declares_too_many_pixels_is_refused_at_once() {
    Assertions.assertTimeout(
        Duration.ofSeconds(2), // the pixels would take 10 GB
        () ->
            assertThatThrownBy(() -> ImageDecoder.decode(Crafted.pngHeader(60_000, 60_000)))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("declares 60000×60000 pixels, more than 100 million"));
  }

  @Test
  void text_and_nothing_are_no_images() {
    assertThatThrownBy(() -> ImageDecoder.decode("just words".getBytes()))
        .hasMessage("not an image, whatever its name says");
    assertThatThrownBy(() -> ImageDecoder.decode(new byte[0])).hasMessage("it is empty");
  }

  @Test
  void a_png_cut_anywhere_in_its_pixels_is_refused() throws Exception {
    byte[] whole = Crafted.encoded(motley(), "png");
    for (int cut = 0; cut < whole.length - 20; cut += 7) { // the last 20 hold no pixels
      assertCutIsRefused(whole, cut);
    }
  }

  @Test
  void a_jpeg_cut_anywhere_is_refused() throws Exception {
    byte[] whole = Crafted.encoded(motley(), "jpg");
    for (int cut = 0; cut < whole.length; cut++) {
      assertCutIsRefused(whole, cut);
    }
  }

  private static void assertCutIsRefused(byte[] whole, int cut) {
    byte[] part = Arrays.copyOf(whole, cut);
    assertThatThrownBy(() -> ImageDecoder.decode(part))
        .as("cut at %d", cut)
        .isInstanceOf(UnreadableImageException.class);
  }

  private static BufferedImage motley() {
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 400; i++) {
      image.setRGB(i % 20, i / 20, i * 77_777);
    }
    return image;
  }

  @Test
  void gray_is_the_luma_of_television() {
    byte[] rgb = {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255, 10, (byte) 200, 77};
    assertThat(new Image(1, 4, 3, rgb).in(Colors.GRAY).bytes()).containsExactly(76, 150, 29, 129);
  }

  @Test
  void gray_gives_three_equal_channels() {
    assertThat(new Image(1, 2, 1, new byte[] {5, 6}).in(Colors.RGB).bytes())
        .containsExactly(5, 5, 5, 6, 6, 6);
  }

  private static byte[] gray(int type, int value) throws IOException {
    BufferedImage image = new BufferedImage(2, 2, type);
    for (int i = 0; i < 4; i++) {
      image.getRaster().setSample(i % 2, i / 2, 0, value);
    }
    return Crafted.encoded(image, "png");
  }
}
