package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.data.Crafted;
import dev.figment.data.image.ImageDecoder;
import dev.figment.data.image.UnreadableImageException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageZipReaderTest {
  private static final byte[] ANY = {1};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.png",
        "rose/../../evil.png",
        "/etc/evil.png",
        "..\\evil.png",
        "\\evil.png",
        "C:/evil.png",
        "rose/ev\0il.png"
      })
  void a_name_that_leaves_the_zip_is_refused(String name) throws IOException {
    Path zip = zip(Map.of("rose/1.png", ANY, name, ANY));
    assertThatThrownBy(() -> ImageZipReader.open(zip))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(zip + ": expected a zip")
        .hasMessageContaining(" found ");
  }

  @Test
  void the_message_names_the_entry_and_the_remedy() throws IOException {
    Path zip = zip(Map.of("../evil.png", ANY));
    assertThatThrownBy(() -> ImageZipReader.open(zip))
        .hasMessage(
            zip
                + ": expected a zip of class folders, found entry name ../evil.png. This zip is not"
                + " to be trusted: get it again, or pack its images anew.");
  }

  @Test
  void the_same_name_twice_is_refused() throws IOException {
    Path zip = Crafted.renamed(zip(Map.of("a/1.png", ANY, "a/2.png", ANY)), "a/2.png", "a/1.png");
    assertThatThrownBy(() -> ImageZipReader.open(zip))
        .hasMessageContaining("found entry a/1.png twice");
  }

  @Test
  void an_entry_that_unpacks_to_far_more_than_it_takes_is_refused() throws IOException {
    Path zip = zip(Map.of("a/1.png", new byte[5 << 20]));
    assertThatThrownBy(() -> ImageZipReader.open(zip))
        .hasMessageContaining("found entry a/1.png, which unpacks to more than 100 times its size");
  }

  @Test
  void a_flat_picture_stored_plain_is_no_bomb() throws Exception {
    BufferedImage flat = new BufferedImage(2000, 1500, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bmp = Crafted.encoded(flat, "bmp");
    Path zip = zip(Map.of("a/1.bmp", bmp));
    assertThat(Files.size(zip)).isLessThan(bmp.length / 100);
    try (ImageZipReader files = ImageZipReader.open(zip)) {
      assertThat(ImageDecoder.decode(files.read("a/1.bmp")).shape()).hasToString("1500×2000×3");
    }
  }

  @Test
  void a_bomb_that_begins_as_a_picture_is_refused() throws Exception {
    byte[] small = Crafted.encoded(new BufferedImage(9, 9, BufferedImage.TYPE_3BYTE_BGR), "bmp");
    Path zip = zip(Map.of("a/1.bmp", Arrays.copyOf(small, 5 << 20)));
    assertThatThrownBy(() -> ImageZipReader.open(zip))
        .hasMessageContaining("found entry a/1.bmp, which unpacks to more than 100 times its size");
  }

  @Test
  void names_of_windows_and_of_dos_are_those_that_were_given() throws IOException {
    Path zip = folder.resolve("old.zip");
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("IBM437"))) {
      out.putNextEntry(new ZipEntry("Blüte\\größe 1.png"));
      out.write(ANY);
    }
    assertWrittenInCodePage437(zip);
    try (ImageZipReader files = ImageZipReader.open(zip)) {
      assertThat(files.names()).containsExactly("Blüte/größe 1.png");
      assertThat(files.leftOut()).isEmpty();
    }
  }

  /** Bit 11 of the flags would say UTF-8. */
  private static void assertWrittenInCodePage437(Path zip) throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    assertThat(bytes[7] & 8).isZero();
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("Bl\u0081te");
  }

  @Test
  void every_flipped_bit_of_a_stored_image_is_noticed() throws IOException {
    byte[] png = Crafted.png(5, 5, 0x123456);
    Path zip = Crafted.stored(folder.resolve("stored.zip"), "a/1.png", png);
    byte[] whole = Files.readAllBytes(zip);
    int start = 30 + "a/1.png".length();
    for (int i = 0; i < png.length; i++) {
      byte[] flipped = whole.clone();
      flipped[start + i] ^= (byte) (1 << (i % 8));
      Files.write(zip, flipped);
      try (ImageZipReader files = ImageZipReader.open(zip)) {
        assertThatThrownBy(() -> files.read("a/1.png"))
            .isInstanceOf(UnreadableImageException.class)
            .hasMessage("damaged in the zip (its CRC-32 is another)");
      }
    }
  }

  @Test
  void entries_that_share_their_bytes_are_refused() throws IOException {
    Path zip = folder.resolve("set.zip");
    Crafted.overlapping(zip, "a/1.png", "a/2.png", new byte[1000]);
    assertThatThrownBy(() -> ImageZipReader.open(zip))
        .hasMessageContaining("found entries that overlap. This zip is not to be trusted");
  }

  @Test
  void a_zip_with_a_comment_beyond_its_end_is_a_matter_of_data() throws IOException {
    Path zip = zip(Map.of("a/1.png", ANY));
    byte[] file = Files.readAllBytes(zip);
    file[file.length - 1] = 2; // the length of the comment, 512
    Files.write(zip, file);
    assertThatThrownBy(() -> ImageZipReader.open(zip))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected a zip file, found none (the file ends too early)");
  }

  @Test
  void a_file_that_is_no_zip_is_refused() throws IOException {
    Path file = Crafted.write(folder.resolve("set.zip"), "no zip at all".getBytes());
    assertThatThrownBy(() -> ImageZipReader.open(file))
        .hasMessageContaining(file + ": expected a zip file, found none");
  }

  @Test
  void a_zip_cut_anywhere_is_refused() throws IOException {
    byte[] whole = Files.readAllBytes(zip(Map.of("a/1.png", Crafted.png(2, 2, 0))));
    for (int cut = 0; cut < whole.length; cut++) {
      Path part = Crafted.write(folder.resolve("part.zip"), Arrays.copyOf(whole, cut));
      assertThatThrownBy(() -> ImageZipReader.open(part)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void names_are_sorted_and_other_files_passed_over() throws IOException {
    Path zip =
        zip(
            Map.of(
                "b/2.PNG",
                ANY,
                "b/10.jpeg",
                ANY,
                "a/x.webp",
                ANY,
                "readme.txt",
                ANY,
                "a/.x.png",
                ANY,
                "__MACOSX/a/x.png",
                ANY));
    try (ImageZipReader files = ImageZipReader.open(zip)) {
      assertThat(files.names()).containsExactly("a/x.webp", "b/10.jpeg", "b/2.PNG");
      assertThat(files.leftOut()).isEqualTo(Map.of(".txt", 1, "hidden", 2));
    }
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    return Crafted.zip(folder.resolve("set.zip"), entries);
  }
}
