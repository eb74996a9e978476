package dev.figment.data.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.Progress;
import dev.figment.data.Crafted;
import dev.figment.data.ExampleForm;
import dev.figment.data.image.UnreadableImageException;
import dev.figment.data.reader.DataCheck.FileFinding;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files are sparse: they take no room. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaceLimitsTest {
  private static final int TOO_MANY = (256 << 20) + 1;
  private static final String SAID =
      "of 268435457 bytes, more than the 268435456 of the largest that are read";
  @TempDir private Path folder;

  private static Path grown(Path file, long bytes) throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(bytes);
    }
    return file;
  }

  private static List<FileFinding> findings(Path place) {
    return DataCheck.of(place, Progress.NONE).findings();
  }

  @Test
  void a_large_file_in_a_folder_is_one_image_that_cannot_be_read() throws IOException {
    Crafted.write(folder.resolve("rose/1.png"), Crafted.png(2, 2, 1));
    grown(folder.resolve("rose/2.png"), TOO_MANY);
    assertThat(findings(folder))
        .containsExactly(new FileFinding("rose/2.png", Finding.BROKEN, SAID));
  }

  @Test
  void so_it_is_in_a_tar() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    Crafted.tarEntry(tar, "rose/1.png", '0', Crafted.png(2, 2, 1));
    Crafted.tarEntry(tar, "PaxHeader", 'x', "18 size=268435457\n".getBytes(UTF_8));
    Crafted.tarEntry(tar, "rose/2.png", '0', new byte[0]);
    Path file = Crafted.write(folder.resolve("set.tar"), tar.toByteArray());
    grown(file, tar.size() + TOO_MANY + 511 + 1024);
    assertThat(findings(file)).containsExactly(new FileFinding("rose/2.png", Finding.BROKEN, SAID));
  }

  @Test
  void so_it_is_in_a_zip() throws IOException {
    Path zip = Crafted.stored(folder.resolve("set.zip"), "rose/2.png", new byte[1]);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
    int end = bytes.limit() - 22; // the record that ends a zip
    int directory = bytes.getInt(end + 16);
    bytes.putInt(directory + 20, TOO_MANY).putInt(directory + 24, TOO_MANY);
    bytes.putInt(end + 16, directory + TOO_MANY);
    try (RandomAccessFile sparse = new RandomAccessFile(zip.toFile(), "rw")) {
      sparse.seek(directory + TOO_MANY);
      sparse.write(bytes.array(), directory, bytes.limit() - directory);
    }
    assertThat(findings(zip)).containsExactly(new FileFinding("rose/2.png", Finding.BROKEN, SAID));
  }

  @Test
  void so_it_is_where_it_is_the_image_and_among_those_that_are_named() throws IOException {
    Path image = Crafted.write(folder.resolve("1.png"), Crafted.png(2, 2, 1));
    grown(image, TOO_MANY);
    assertThat(findings(image)).containsExactly(new FileFinding("1.png", Finding.BROKEN, SAID));
    ExampleForm form = ExampleForm.of(Shape.image(2, 2, 3));
    assertThatThrownBy(() -> ImageSets.ofFiles(List.of(image), form, null))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(image + ": " + SAID);
  }

  @Test
  void the_largest_is_read() throws UnreadableImageException {
    PlaceLimits.check(256 << 20);
    assertThatThrownBy(() -> PlaceLimits.check(TOO_MANY))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage(SAID);
  }

  @Test
  void archives_unpack_to_a_hundred_times_what_they_take_and_not_beyond_all_measure() {
    assertThat(PlaceLimits.unpacked(3, 10)).isEqualTo(300);
    assertThat(PlaceLimits.unpacked(3, 1000)).isEqualTo(1000);
    assertThat(PlaceLimits.unpacked(1L << 40, 10)).isEqualTo(64L << 30);
  }
}
