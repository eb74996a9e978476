package dev.figment.format;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemporariesTest {
  @TempDir private Path folder;

  private Path left() throws IOException {
    return Files.writeString(
        folder.resolve(".losses.png." + UUID.randomUUID() + ".tmp"), "half a picture");
  }

  @Test
  void what_a_dead_process_left_is_swept_and_nothing_else() throws IOException {
    Path left = left();
    for (String other : new String[] {"losses.png", ".mine.tmp", "draft.tmp", ".bashrc"}) {
      Files.writeString(folder.resolve(other), "mine");
    }
    Temporaries.sweep(folder);
    assertThat(left).doesNotExist();
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("losses.png", ".mine.tmp", "draft.tmp", ".bashrc");
  }

  @Test
  void what_is_being_written_stays() throws IOException {
    Path file = folder.resolve("losses.png");
    AtomicFile.write(
        file,
        channel -> {
          AtomicFile.writeFully(channel, java.nio.ByteBuffer.wrap(new byte[] {1}));
          Temporaries.sweep(folder);
          AtomicFile.writeFully(channel, java.nio.ByteBuffer.wrap(new byte[] {2}));
        });
    assertThat(file).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void what_another_process_writes_stays() throws Exception {
    Path other = left();
    Process writer = TemporaryWriter.start(other);
    try {
      assertThat(writer.getInputStream().read()).isEqualTo('.');
      Temporaries.sweep(folder);
      assertThat(other).exists();
    } finally {
      writer.destroyForcibly().waitFor();
    }
    Temporaries.sweep(folder);
    assertThat(other).doesNotExist();
  }

  /** Another process that writes one. */
  static final class TemporaryWriter {
    static Process start(Path file) throws IOException {
      return new ProcessBuilder(
              ProcessHandle.current().info().command().orElseThrow(),
              "-cp",
              System.getProperty("java.class.path"),
              TemporaryWriter.class.getName(),
              file.toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    }

    public static void main(String[] file) throws Exception {
      Path path = Path.of(file[0]);
      try (FileChannel channel = FileChannel.open(path, READ, WRITE);
          Temporaries.Held held = Temporaries.hold(path, channel)) {
        System.out.print('.');
        System.out.flush();
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void a_link_that_is_called_like_one_leads_nowhere() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "mine");
    Path link = folder.resolve(".x.png." + UUID.randomUUID() + ".tmp");
    Files.createSymbolicLink(link, precious);
    Temporaries.sweep(folder);
    assertThat(precious).hasContent("mine");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }
}
