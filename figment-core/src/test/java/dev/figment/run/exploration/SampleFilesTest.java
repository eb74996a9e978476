package dev.figment.run.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DiskException;
import dev.figment.format.Png;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleFilesTest {
  private static final Shape PIXEL = Shape.image(1, 1, 1);

  @TempDir private Path folder;

  /** Single pixels, each as bright as its number. */
  private static Samples pixels(int first, int count) {
    byte[] pixels = new byte[count];
    for (int i = 0; i < count; i++) {
      pixels[i] = (byte) (first + i);
    }
    return new Samples(PIXEL, pixels);
  }

  private static int filesIn(Path folder) {
    String[] names = folder.toFile().list((in, name) -> name.endsWith(".png"));
    return names == null ? 0 : names.length;
  }

  @Test
  void images_of_several_parts_are_written_each_under_its_number() {
    try (SampleFiles files = new SampleFiles(folder.resolve("new"), 107, 3)) {
      files.add(pixels(0, 100), 0);
      files.add(pixels(100, 7), 100);
    }
    for (int i = 0; i < 107; i++) {
      Path file = folder.resolve("new/%04d.png".formatted(i));
      assertThat(Png.read(file).getRGB(0, 0) & 0xff).isEqualTo(i);
    }
    assertThat(Objects.requireNonNull(folder.resolve("new").toFile().list())).hasSize(107);
  }

  @Test
  void more_than_ten_thousand_are_in_order_by_their_names() {
    try (SampleFiles files = new SampleFiles(folder, 10_001, 1)) {
      files.add(pixels(0, 2), 9_999);
      files.add(pixels(0, 1), 0);
    }
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("00000.png", "09999.png", "10000.png");
  }

  @Test
  void only_few_images_wait_while_more_are_made() {
    int threads = 2;
    int waiting = (SampleFiles.WAITING + 1) * threads * SampleFiles.TAKEN;
    try (SampleFiles files = new SampleFiles(folder, 5000, threads)) {
      for (int added = 0; added < 5000; added += 50) {
        files.add(pixels(0, 50), added);
        assertThat(filesIn(folder)).isGreaterThanOrEqualTo(added + 50 - waiting);
      }
    }
    assertThat(filesIn(folder)).isEqualTo(5000);
  }

  @Test
  void a_file_that_cannot_be_written_ends_it() throws IOException {
    SampleFiles files = new SampleFiles(folder, 5000, 2);
    Files.createDirectories(folder.resolve("0070.png/taken"));
    try {
      assertThatThrownBy(
              () -> {
                for (int added = 0; added < 100_000; added += 100) {
                  files.add(pixels(0, 100), added);
                }
              })
          .isInstanceOf(DiskException.class)
          .hasMessageContaining("0070.png: writing failed");
    } finally {
      files.close(); // says nothing again
    }
    assertThat(filesIn(folder)).isLessThan(50_000);
  }

  @Test
  void the_last_file_that_cannot_be_written_is_said_at_the_end() throws IOException {
    SampleFiles files = new SampleFiles(folder, 5000, 1);
    Files.createDirectories(folder.resolve("0003.png/taken"));

    assertThatThrownBy(
            () -> {
              try (files) {
                files.add(pixels(0, 4), 0);
              }
            })
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("0003.png: writing failed");
    assertThat(Objects.requireNonNull(folder.toFile().list((in, name) -> name.endsWith(".tmp"))))
        .isEmpty();
  }
}
