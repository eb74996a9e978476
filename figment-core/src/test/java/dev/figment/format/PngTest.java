package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.DiskException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PngTest {
  @TempDir Path folder;

  @Test
  void gray_levels_keep_their_number() {
    BufferedImage gray = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 256; x++) {
      gray.getRaster().setSample(x, 0, 0, x);
    }
    Path file = folder.resolve("gray.png");
    Png.write(gray, file);

    GifTest.assertSame(Png.read(file), GifTest.frame(256, 1, (x, y) -> Rgb.gray(x)));
  }

  @Test
  void what_is_transparent_lies_on_white() {
    BufferedImage clear = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);

    assertThat(Rgb.of(clear).getRGB(0, 0)).isEqualTo(0xffffffff);
  }

  @Test
  void other_and_damaged_files_are_refused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no picture at all");
    Path torn = folder.resolve("torn.png");
    byte[] whole = Png.bytes(Rgb.blank(100, 100));
    Files.write(torn, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> Png.read(text))
        .isInstanceOf(DataException.class)
        .hasMessage(text + ": expected a picture, got other bytes");
    assertThatThrownBy(() -> Png.read(torn))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(torn + ": expected a whole picture, got a damaged one");
    assertThatThrownBy(() -> Png.read(folder.resolve("absent.png")))
        .isInstanceOf(DiskException.class);
  }
}
