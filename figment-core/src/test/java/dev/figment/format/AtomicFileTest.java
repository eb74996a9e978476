package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DiskException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void a_file_is_written_with_the_folders_above_it() {
    Path file = folder.resolve("a/b/words.txt");

    AtomicFile.write(file, "größer");

    assertThat(file).hasContent("größer");
  }

  @Test
  void an_old_file_is_replaced_and_nothing_else_is_left() {
    Path file = folder.resolve("words.txt");
    AtomicFile.write(file, "old and long");

    AtomicFile.write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("words.txt");
  }

  @Test
  void a_failure_leaves_the_old_file_as_it_was() {
    Path file = folder.resolve("words.txt");
    AtomicFile.write(file, "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    channel -> {
                      channel.write(ByteBuffer.wrap(new byte[5]));
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(DiskException.class)
        .hasMessage(file + ": writing failed: No space left on device");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("words.txt");
  }

  @Test
  void what_is_not_flushed_is_as_whole() throws IOException {
    Path file = folder.resolve("a/b/words.txt");
    AtomicFile.writeUnflushed(file, new byte[] {1, 2});
    AtomicFile.writeUnflushed(file, new byte[] {3});
    assertThat(file).hasBinaryContent(new byte[] {3});

    Files.createDirectories(folder.resolve("taken/inside"));
    assertThatThrownBy(() -> AtomicFile.writeUnflushed(folder.resolve("taken"), new byte[1]))
        .isInstanceOf(DiskException.class)
        .hasMessageStartingWith(folder.resolve("taken") + ": writing failed: ");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "taken");
  }

  @Test
  void a_folder_that_is_a_file_is_a_matter_of_the_disk() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));

    assertThatThrownBy(() -> AtomicFile.write(file.resolve("words.txt"), "new"))
        .isInstanceOf(DiskException.class);
  }
}
