package dev.figment.data.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.Progress;
import dev.figment.data.Crafted;
import dev.figment.format.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnpackedTest {
  private static final Unpacked TWO = new Unpacked(List.of("a.bin", "bees/b.bin"));
  private static final Map<String, byte[]> FILES =
      new TreeMap<>(
          Map.of(
              "set/readme.html", "hello".getBytes(UTF_8),
              "set/a.bin", new byte[512],
              "set/more/b.bin", "bees".repeat(300).getBytes(UTF_8)));
  @TempDir Path folder;

  /** A folder, then its files, as tars have them. */
  private static byte[] tar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    Crafted.tarEntry(tar, "set/", '5', new byte[0]);
    tar.writeBytes(Crafted.tar(files));
    return Crafted.gzip(tar.toByteArray());
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return out.toByteArray();
  }

  private void unpack(String name, byte[] archive) throws IOException {
    TWO.into(folder.resolve("out"), Files.write(folder.resolve(name), archive));
  }

  private void assertUnpacked() {
    assertThat(folder.resolve("out").toFile().list()).containsExactlyInAnyOrder("a.bin", "bees");
    assertThat(folder.resolve("out/a.bin")).hasBinaryContent(FILES.get("set/a.bin"));
    assertThat(folder.resolve("out/bees/b.bin")).hasBinaryContent(FILES.get("set/more/b.bin"));
  }

  @Test
  void the_files_that_are_wanted_are_taken_out_of_a_tar() throws IOException {
    unpack("set.tar.gz", tar(FILES));
    assertUnpacked();
  }

  @Test
  void and_of_a_zip() throws IOException {
    unpack("set.zip", zip(FILES));
    assertUnpacked();
  }

  @Test
  void one_that_is_missing_is_named() {
    Map<String, byte[]> fewer = new TreeMap<>(FILES);
    fewer.remove("set/more/b.bin");
    for (String name : List.of("set.tar.gz", "set.zip")) {
      assertThatThrownBy(() -> unpack(name, name.endsWith("zip") ? zip(fewer) : tar(fewer)))
          .isInstanceOf(DataException.class)
          .hasMessage(folder.resolve(name) + ": expected b.bin in it, got none of that name.");
    }
  }

  @Test
  void a_tar_that_is_cut_short_anywhere_is_refused() throws IOException {
    byte[] whole = tar(FILES);
    for (int length = 0; length < whole.length; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> unpack("cut.tar.gz", cut)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void no_tar_at_all_is_refused() throws IOException {
    byte[] none = Crafted.gzip("no tar".repeat(200).getBytes(UTF_8));
    assertThatThrownBy(() -> unpack("no.tar.gz", none))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("damaged: an entry whose checksum is wrong");
  }

  @Test
  void a_set_in_an_archive_is_fetched_unpacked_and_then_there() throws IOException {
    byte[] archive = tar(FILES);
    try (FaultyServer server = FaultyServer.of(archive)) {
      RemoteFile file =
          new RemoteFile(
              "set.tar.gz",
              List.of(server.address("set.tar.gz")),
              archive.length,
              Sha256.of(archive));
      RemoteSet set = new RemoteSet("mine", List.of(file), TWO);
      Connection connection =
          Connection.of(
              Duration.ofSeconds(5), new EnvironmentProxies(Map.of(), ProxySelector.of(null)));
      Download download = new Download(folder.resolve("out"), connection, Progress.NONE);
      assertThat(download.fetch(set))
          .containsExactly(
              new Download.Placed("a.bin", 512, ""), new Download.Placed("bees/b.bin", 1200, ""));
      assertUnpacked();
      download.fetch(set);
      assertThat(server.lines()).hasSize(1);
    }
  }

  @Test
  void the_sets_that_are_to_be_had_are_named() {
    assertThat(RemoteSet.names()).containsExactly("cifar-10", "emnist", "fashion-mnist", "mnist");
    assertThat(RemoteSet.named("cifar-10").placed()).hasSize(6).contains("test_batch.bin");
    assertThat(RemoteSet.named("emnist").placed())
        .hasSize(30)
        .contains("letters/emnist-letters-train-images-idx3-ubyte.gz");
    assertThatThrownBy(() -> RemoteSet.named("minst"))
        .hasMessage(
            "minst: expected a set that has a public home, one of cifar-10, emnist, fashion-mnist,"
                + " mnist; did you mean mnist?");
  }
}
