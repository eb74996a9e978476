package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.data.Crafted;
import dev.figment.data.ImageSet;
import dev.figment.data.LoadReport;
import dev.figment.data.image.Colors;
import dev.figment.data.image.Conversion;
import dev.figment.data.image.Fit;
import dev.figment.data.image.ImageTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecodedCacheTest {
  private static final int IMAGE = 4 * 3 * 3;

  @TempDir private Path folder;
  private Path zip;
  private DecodedCache cache;

  @BeforeEach
  void pack() throws IOException {
    cache = new DecodedCache(folder.resolve("kept"), 13 * IMAGE, 1);
    zip = zip("flowers.zip", 0x102030);
  }

  private Path zip(String name, int rgb) throws IOException {
    return Crafted.zip(
        folder.resolve(name),
        Map.of("rose/1.png", Crafted.png(4, 3, rgb), "tulip/2.png", Crafted.png(4, 3, 0xffee01)));
  }

  private ImageSet load(Path zip, ImageTransform transform) throws IOException {
    try (ImageFiles files = ImageZipReader.open(zip)) {
      ClassFolders folders = ClassFolders.of(files.place(), files.names());
      return cache.load("flowers", files, folders, transform);
    }
  }

  private ImageSet load() throws IOException {
    return load(zip, ImageTransform.IDENTITY);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.sorted().toList();
    }
  }

  /** Other pixels under a right checksum: what is then loaded was not decoded. */
  private void replaceKept(byte value) throws IOException {
    replaceKept(value, Map.of());
  }

  private void replaceKept(byte value, Map<Conversion, Integer> changed) throws IOException {
    DecodedFile before = DecodedFile.read(kept().get(0));
    byte[] pixels = new byte[before.bytes().length];
    Arrays.fill(pixels, value);
    ImageSet other =
        ImageSet.ofBytes("x", before.shape(), List.of(), new int[before.examples()], pixels)
            .withLoadReport(new LoadReport(changed, Map.of()));
    DecodedFile.write(other, kept().get(0));
  }

  @Test
  void what_is_kept_is_what_was_decoded() throws IOException {
    ImageSet first = load();
    assertThat(kept()).hasSize(1);

    ImageSet second = load();
    assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(second.classes()).isEqualTo(first.classes()).containsExactly("rose", "tulip");
    assertThat(second.image(0).bytes()).startsWith(0x10, 0x20, 0x30);
  }

  @Test
  void what_happened_to_images_is_kept_with_them() throws IOException {
    byte[] turned =
        Crafted.withChunk(Crafted.png(4, 3, 1), Crafted.pngChunk("eXIf", Crafted.exif(3)));
    zip = Crafted.zip(folder.resolve("turned.zip"), Map.of("rose/1.png", turned));
    assertThat(load().loadReport().changed()).isEqualTo(Map.of(Conversion.TURNED, 1));
    replaceKept((byte) 7, Map.of(Conversion.TURNED, 1));
    ImageSet kept = load();
    assertThat(kept.image(0).bytes()).containsOnly(7);
    assertThat(kept.loadReport().changed()).isEqualTo(Map.of(Conversion.TURNED, 1));
  }

  @Test
  void the_second_time_nothing_is_decoded() throws IOException {
    load();
    replaceKept((byte) 7);
    assertThat(load().image(1).bytes()).containsOnly(7);
  }

  @Test
  void another_form_is_decoded_by_itself() throws IOException {
    load();
    replaceKept((byte) 7);
    ImageSet gray = load(zip, new ImageTransform(2, 2, Colors.GRAY, Fit.STRETCH));
    assertThat(gray.shape()).hasToString("2×2×1");
    assertThat(kept()).hasSize(2);
  }

  @Test
  void a_changed_zip_is_decoded_anew() throws IOException {
    FileTime date = Files.getLastModifiedTime(zip);
    load();
    zip("flowers.zip", 0x405060); // of the same length
    Files.setLastModifiedTime(zip, date);
    assertThat(load().image(0).bytes()).startsWith(0x40, 0x50, 0x60);

    replaceKept((byte) 7);
    Files.setLastModifiedTime(zip, FileTime.fromMillis(date.toMillis() + 1));
    assertThat(load().image(0).bytes()).startsWith(0x40, 0x50, 0x60);
  }

  @Test
  void a_kept_file_cut_at_any_byte_or_with_any_byte_changed_is_decoded_anew() throws IOException {
    ImageSet decoded = load();
    Path file = kept().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      Files.write(file, Arrays.copyOf(whole, i));
      assertThat(load().fingerprint()).isEqualTo(decoded.fingerprint());
      assertThat(file).hasBinaryContent(whole); // made anew
      byte[] changed = whole.clone();
      changed[i] ^= 0x11;
      Files.write(file, changed);
      assertThatThrownBy(() -> DecodedFile.read(file)).hasMessageStartingWith("damaged: its ");
      assertThat(load().fingerprint()).isEqualTo(decoded.fingerprint());
      assertThat(file).hasBinaryContent(whole);
    }
  }

  @Test
  void what_a_killed_process_left_half_written_is_swept() throws IOException {
    Path left =
        Files.createDirectories(folder.resolve("kept"))
            .resolve(".0.images.01234567-89ab-cdef-0123-456789abcdef.tmp");
    Files.writeString(left, "half");
    load();
    assertThat(left).doesNotExist();
  }

  @Test
  void the_files_unused_for_longest_make_room() throws IOException {
    load(zip("0.zip", 0), ImageTransform.IDENTITY);
    Path first = kept().get(0);
    load(zip("1.zip", 1), ImageTransform.IDENTITY);
    load(zip("2.zip", 2), ImageTransform.IDENTITY);
    assertThat(kept()).hasSize(3); // as many as there is room for
    for (Path each : kept()) {
      Files.setLastModifiedTime(each, FileTime.fromMillis(1_000_000 + each.hashCode() % 1000));
    }
    load(folder.resolve("0.zip"), ImageTransform.IDENTITY); // of use again
    load(zip("3.zip", 3), ImageTransform.IDENTITY);
    load(zip("4.zip", 4), ImageTransform.IDENTITY);

    assertThat(kept()).hasSize(3).contains(first);
    Path second = kept().stream().filter(each -> !each.equals(first)).findFirst().orElseThrow();
    assertThat(Files.size(first) + 2 * Files.size(second)).isLessThanOrEqualTo(13 * IMAGE);
  }

  @Test
  void what_is_small_or_too_large_or_not_to_be_kept_is_not() throws IOException {
    cache = new DecodedCache(folder.resolve("kept"), 100 * IMAGE, 3 * IMAGE);
    load();
    cache = new DecodedCache(folder.resolve("kept"), IMAGE, 1);
    load();
    assertThat(folder.resolve("kept")).doesNotExist();
    cache = new DecodedCache(null, 100 * IMAGE, 1);
    assertThat(load().size()).isEqualTo(2);
  }

  @Test
  void a_folder_that_cannot_be_written_only_costs_the_time() throws IOException {
    Files.createFile(folder.resolve("kept"));
    assertThat(load().size()).isEqualTo(2);
  }
}
