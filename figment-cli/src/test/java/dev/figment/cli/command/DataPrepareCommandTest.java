package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.format.Png;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataPrepareCommandTest {
  @TempDir private Path folder;
  private String photos;
  private String zip;

  @BeforeEach
  void draw() throws IOException {
    Path photos = folder.resolve("photos");
    for (int i = 0; i < 3; i++) {
      BufferedImage image = new BufferedImage(12, 8 + i, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i, 1, 0xff0000);
      Png.write(image, photos.resolve(i == 0 ? "bad" : "good").resolve(i + ".png"));
    }
    Files.writeString(photos.resolve("good/broken.jpg"), "no image");
    Files.writeString(photos.resolve("notes.txt"), "no image either");
    this.photos = photos.toString();
    this.zip = folder.resolve("photos.zip").toString();
  }

  @Test
  void a_folder_becomes_a_zip_that_the_next_command_reads() {
    Console made = Console.run("data", "prepare", photos, zip, "--size", "4x6");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out())
        .isEqualTo(
            """
            images    3 of 4×6×3
                      1 of bad
                      2 of good
            resized   3
            left out  1 .txt
            changed   2 cut to another aspect ratio
            dropped   1
                      good/broken.jpg: not an image, whatever its name says
            """);
    assertThat(made.err()).isEqualTo("next:     figment data info %s\n".formatted(zip));
    assertThat(Console.run("data", "info", zip).out())
        .contains("examples  3 of 4×6×3")
        .containsPattern("good +2");
  }

  @Test
  void a_script_reads_what_was_done() {
    JsonNode report =
        JsonMapper.shared()
            .readTree(Console.run("data", "prepare", photos, zip, "--size", "4x4", "--json").out());
    assertThat(report.path("images").asInt()).isEqualTo(3);
    assertThat(report.path("examplesPerClass").path("good").asInt()).isEqualTo(2);
    assertThat(report.path("dropped").path("good/broken.jpg").asString()).startsWith("not an");
  }

  @Test
  void mistakes_are_told_and_leave_nothing() {
    assertThat(Console.run("data", "prepare", photos, zip).err())
        .isEqualTo(
            "figment: --size: expected one, since images differ in theirs (8×12×3, 9×12×3,"
                + " 10×12×3). Name the one that all come to.\n");
    assertThat(Console.run("data", "prepare", photos, zip, "--size", "4by4").err())
        .isEqualTo(
            "figment: --size: expected one side or HxW, as in 64 or 112x80, each from 1 to 4096,"
                + " got 4by4\n");
    assertThat(Console.run("data", "prepare", photos, "photos.tar").err())
        .isEqualTo("figment: photos.tar: expected a name that ends in .zip\n");
    assertThat(Console.run("data", "prepare", photos, photos + ".png").code()).isEqualTo(2);
    assertThat(Console.run("data", "prepare", photos + "-", zip).code()).isEqualTo(5);
    assertThat(Path.of(zip)).doesNotExist();
  }
}
