package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.data.Crafted;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.set.ImageSets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageTarReaderTest {
  @TempDir private Path folder;

  private static Map<String, byte[]> flowers() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("./flowers/tulip/1.png", Crafted.png(2, 2, 0x010203));
    files.put("./flowers/rose/1.png", Crafted.png(2, 2, 0x040506));
    files.put("./flowers/rose/2.tif", new byte[700]);
    files.put("./flowers/.thumbs/1.png", new byte[1]);
    return files;
  }

  private ImageSet open(String name, byte[] bytes) throws IOException {
    Path file = Crafted.write(folder.resolve(name), bytes);
    return ImageSets.open(DataRecipe.of(file.toString()), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flowers.tar", "flowers.tar.gz", "flowers.tgz", "whatever/its.name"})
  void a_tar_reads_like_a_folder_packed_or_not(String name) throws IOException {
    byte[] tar = Crafted.tar(flowers());
    ImageSet set = open(name, name.endsWith("gz") ? Crafted.gzip(tar) : tar);
    assertThat(set.classes()).containsExactly("rose", "tulip");
    assertThat(set.image(0).bytes()).startsWith(4, 5, 6);
    assertThat(set.loadReport().leftOutInWords()).isEqualTo("1 .tif, 1 hidden");
  }

  @Test
  void long_names_come_before_their_files_in_two_ways() throws IOException {
    String name = "c".repeat(90) + "/" + "ü".repeat(60) + ".png";
    ByteArrayOutputStream gnu = new ByteArrayOutputStream();
    byte[] utf8 = (name + "\0").getBytes(StandardCharsets.UTF_8);
    Crafted.tarEntry(gnu, "././@LongLink", 'L', utf8);
    Crafted.tarEntry(gnu, "cut", '0', Crafted.png(2, 2, 0x010203));
    gnu.writeBytes(new byte[1024]);
    assertThat(open("gnu.tar", gnu.toByteArray()).classes()).containsExactly("c".repeat(90));

    ByteArrayOutputStream pax = new ByteArrayOutputStream();
    int length = " path=\n".length() + utf8.length - 1 + 3;
    String note = length + " path=" + name + "\n";
    Crafted.tarEntry(pax, "PaxHeader", 'x', note.getBytes(StandardCharsets.UTF_8));
    Crafted.tarEntry(pax, "cut", '0', Crafted.png(2, 2, 0x010203));
    Crafted.tarEntry(pax, "c/1.png", '2', new byte[0]);
    pax.writeBytes(new byte[1024]);
    ImageSet set = open("pax.tar", pax.toByteArray());
    assertThat(set.classes()).containsExactly("c".repeat(90));
    assertThat(set.loadReport().leftOutInWords()).isEqualTo("1 links");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.png", "/etc/evil.png", "a/../../evil.png", "..\\evil.png"})
  void a_name_that_leaves_the_tar_is_refused(String name) throws IOException {
    Map<String, byte[]> files = flowers();
    files.put(name, new byte[1]);
    assertThatThrownBy(() -> open("evil.tar", Crafted.tar(files)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            folder.resolve("evil.tar")
                + ": expected a tar of class folders, found entry name "
                + name
                + ". This tar is not to be trusted: get it again, or pack its images anew.");
  }

  @Test
  void the_same_name_twice_is_refused() throws IOException {
    Map<String, byte[]> files = flowers();
    files.put("flowers/rose/1.png", new byte[1]);
    assertThatThrownBy(() -> open("twice.tar", Crafted.tar(files)))
        .hasMessageContaining("found entry flowers/rose/1.png twice");
  }

  @Test
  void a_tar_cut_anywhere_is_refused() throws IOException {
    byte[] tar = Crafted.tar(flowers());
    for (int cut = 0; cut < tar.length - 1024; cut += 64) {
      byte[] part = Arrays.copyOf(tar, cut);
      assertThatThrownBy(() -> open("cut.tar", part))
          .as("cut at %d", cut)
          .isInstanceOf(DataException.class);
    }
    byte[] packed = Crafted.gzip(tar);
    for (int cut = 2; cut < packed.length; cut += 5) {
      byte[] part = Arrays.copyOf(packed, cut);
      assertThatThrownBy(() -> open("cut.tgz", part))
          .as("packed, cut at %d", cut)
          .isInstanceOf(DataException.class);
    }
  }

  @Test
  void gzip_data_that_ends_too_early_and_data_behind_it_are_told() throws IOException {
    byte[] packed = Crafted.gzip(Crafted.tar(flowers()));
    assertThatThrownBy(() -> open("cut.tgz", Arrays.copyOf(packed, packed.length / 2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            folder.resolve("cut.tgz")
                + ": damaged gzip data (the file ends too early). Get the file again.");
    assertThatThrownBy(() -> open("more.tgz", Arrays.copyOf(packed, packed.length + 3)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(": damaged gzip data (other bytes follow).");
  }

  @Test
  void any_changed_bit_of_a_header_is_noticed() throws IOException {
    byte[] tar = Crafted.tar(flowers());
    for (int i = 0; i < 512; i += i == 153 ? 3 : 1) { // what ends the checksum may be anything
      byte[] changed = tar.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> open("changed.tar", changed))
          .as("byte %d", i)
          .isInstanceOf(DataException.class);
    }
  }

  @Test
  void what_unpacks_to_far_more_than_it_takes_is_refused() throws IOException {
    byte[] bomb = Crafted.gzip(new byte[128 << 20]);
    assertThatThrownBy(() -> open("bomb.tgz", bomb))
        .hasMessageContaining("found more than 100 times its size when unpacked");
  }

  @Test
  void other_archives_are_named() throws IOException {
    assertThatThrownBy(() -> open("set.tar.bz2", "BZh91AY".getBytes()))
        .hasMessage(
            folder.resolve("set.tar.bz2")
                + ": expected a zip, a .tar or a .tar.gz of images, found a bzip2 archive. Unpack"
                + " it, and give the folder.");
  }
}
