package dev.figment.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every odd kind against what Pillow reads: figment-bench/peers/make_image_fixtures.py.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OddImagesTest {
  /**
   * A file, and what is known of it.
   *
   * @param conversions their names, or -
   */
  record Odd(String name, String conversions, int height, int width, byte[] pixels, byte[] file) {
    static Odd of(String line) {
      String[] parts = line.split("\t");
      return new Odd(
          parts[0],
          parts[1],
          Integer.parseInt(parts[2]),
          Integer.parseInt(parts[3]),
          HexFormat.of().parseHex(parts[5]),
          Base64.getDecoder().decode(parts[6]));
    }

    /** Lossy formats differ by what decoders round; CMYK is converted in many ways. */
    int tolerance() {
      return name.equals("cmyk.jpg") ? 60 : name.endsWith(".jpg") ? 4 : 1;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Odd> files() throws IOException {
    String resource = "/fixtures/odd-images.txt";
    try (InputStream in = OddImagesTest.class.getResourceAsStream(resource)) {
      byte[] text = Objects.requireNonNull(in).readAllBytes();
      return new String(text, StandardCharsets.UTF_8).lines().map(Odd::of).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void pixels_are_those_of_another_reader(Odd odd) throws Exception {
    Image image = ImageDecoder.decode(odd.file());
    assertThat(List.of(image.height(), image.width())).isEqualTo(List.of(odd.height, odd.width));
    assertThat(image.bytes()).hasSameSizeAs(odd.pixels);
    for (int i = 0; i < odd.pixels.length; i++) {
      assertThat(image.bytes()[i] & 0xff)
          .as("number %d of %s, all %s", i, odd, Arrays.toString(image.bytes()))
          .isBetween(
              (odd.pixels[i] & 0xff) - odd.tolerance(), (odd.pixels[i] & 0xff) + odd.tolerance());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void what_was_converted_is_told(Odd odd) throws Exception {
    List<String> told =
        ImageDecoder.read(odd.file()).conversions().stream().map(Conversion::toString).toList();
    assertThat(told).isEqualTo(odd.conversions.equals("-") ? List.of() : List.of(odd.conversions));
  }

  @ParameterizedTest
  @MethodSource("files")
  void damaged_ones_are_images_or_unreadable_and_nothing_else(Odd odd) {
    java.util.Random random = new java.util.Random(odd.name.hashCode());
    for (int i = 0; i < 100; i++) {
      byte[] damaged = damaged(odd.file(), random);
      try {
        assertThat(ImageDecoder.decode(damaged)).isNotNull();
      } catch (UnreadableImageException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  /** One to four bytes changed, and one in four cut short. */
  static byte[] damaged(byte[] file, java.util.Random random) {
    byte[] damaged = file.clone();
    for (int j = 0; j <= random.nextInt(4); j++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0
        ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
        : damaged;
  }
}
