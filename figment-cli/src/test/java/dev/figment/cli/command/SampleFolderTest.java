package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.cli.Subprocess;
import dev.figment.format.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sample --out DIR/}: a file each, and what is left where it comes to a bad end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleFolderTest {
  private static final int MANY = 500_000;

  @TempDir private static Path folder;
  private static Path run;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    assertThat(TinyGan.train(run, "--steps=1").code()).isZero();
  }

  private static List<Path> pictures(Path in) throws IOException {
    if (!Files.exists(in)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(in)) {
      return files.filter(file -> file.toString().endsWith(".png")).toList();
    }
  }

  @Test
  void a_sampling_that_is_killed_leaves_only_whole_pictures() throws Exception {
    Path out = folder.resolve("killed");
    Process sampling =
        Subprocess.start(
            Map.of(),
            "sample",
            run.toString(),
            "--threads=1",
            "--count=" + MANY,
            "--out=" + out + "/");
    while (sampling.isAlive() && pictures(out).size() < 100) {
      Thread.sleep(10);
    }
    sampling.destroyForcibly().waitFor();

    List<Path> left = pictures(out);
    assertThat(left).hasSizeBetween(100, MANY - 1); // written before all were made
    for (Path picture : left) {
      assertThat(Png.read(picture).getWidth()).isEqualTo(28);
    }
  }

  private static Console sample(String count, Path out) {
    return Console.run(
        "sample", run.toString(), "--threads=1", "--count=" + count, "--out=" + out + "/");
  }

  @Test
  void a_folder_that_cannot_be_made_is_a_matter_of_the_disk() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    Console sampled = sample("5", file.resolve("inside"));

    assertThat(sampled.code()).isEqualTo(7);
    assertThat(sampled.err()).contains("inside").contains("writing failed").doesNotContain("java");
  }

  @Test
  void a_folder_of_other_files_is_left_as_it_is() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    Files.writeString(photos.resolve("0002.png"), "mine");

    Console sampled = sample("5", photos);

    assertThat(sampled.code()).isEqualTo(2);
    assertThat(sampled.err())
        .contains(
            "--out: expected a new folder or an empty one, got "
                + photos
                + ", which holds files. Name another one.");
    assertThat(photos.resolve("0002.png")).hasContent("mine");
    assertThat(pictures(photos)).hasSize(1);
  }
}
