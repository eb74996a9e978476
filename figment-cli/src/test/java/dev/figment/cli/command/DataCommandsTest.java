package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.catalogue.Contributions;
import dev.figment.catalogue.Extension;
import dev.figment.cli.Console;
import dev.figment.data.DataCard;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import dev.figment.nn.Shape;
import dev.figment.run.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataCommandsTest {
  @TempDir private Path folder;

  @Test
  void sets_are_listed_with_whether_they_are_here() throws Exception {
    put("mnist", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz");
    put("mnist", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    put("fashion-mnist", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz");
    put("cifar-10", "data_batch_1.bin", "test_batch.bin");
    put("flowers");
    Console list = Console.run("data", "list", "--data-dir", folder.toString());
    assertThat(list.out())
        .containsPattern("\nmnist +yes ")
        .containsPattern("\nfashion-mnist +train only ")
        .containsPattern("\ncifar-10 +test only ")
        .containsPattern("\nflowers +no ")
        .containsPattern("\nglyphs +drawn ");
    assertThat(list.err()).isEqualTo("data folder: " + folder + "\n");
  }

  private void put(String set, String... names) throws IOException {
    Path target = Files.createDirectories(folder.resolve(set));
    for (String each : names) {
      Files.createFile(target.resolve(each));
    }
  }

  @Test
  void without_an_option_the_folder_is_that_of_the_settings() {
    assertThat(Console.run("data", "list").err())
        .isEqualTo("data folder: " + Settings.DEFAULT.dataFolder() + "\n");
  }

  @Test
  void the_list_can_be_read_by_a_script() {
    JsonNode list = JsonMapper.shared().readTree(Console.run("data", "list", "--json").out());
    assertThat(list.get(0).get("page").asString()).startsWith("http");
  }

  @Test
  void a_set_of_another_library_is_listed_and_summed_up() throws IOException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Extension.class.getName()), Dots.class.getName());
    URL[] library = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(library, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThat(Console.run("data", "list").out()).containsPattern("\ndots +drawn +Two points");
      assertThat(Console.run("data", "info", "dots").out())
          .startsWith("dots/train\nexamples  2 of 1");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** A data set of a user's own, and what adds it. */
  public static final class Dots implements DataSet, Extension {
    @Override
    public void contribute(Contributions to) {
      to.add(DataSet.class, "dots", this);
    }

    @Override
    public DataCard card() {
      return DataCard.synthetic("dots", "Two points", "CC0", Shape.vector(1), List.of());
    }

    @Override
    public ImageSet read(DataRecipe recipe, Path own) {
      return ImageSet.ofFloats("dots", Shape.vector(1), List.of(), new int[2], new float[2]);
    }
  }

  @Test
  void a_set_is_summed_up_and_drawn() {
    Path picture = folder.resolve("shapes.png");
    Console info =
        Console.run("data", "info", "shapes", "--split=test", "--out", picture.toString());
    assertThat(info.out())
        .startsWith("shapes/test\nexamples  2,400 of 32×32×3\n")
        .containsPattern("\nring +400\n|\ncircle +400\n");
    assertThat(picture).isNotEmptyFile();
  }

  private Console check(String... more) {
    List<String> words = new ArrayList<>(List.of("data", "check", folder.toString()));
    words.addAll(List.of(more));
    return Console.run(words.toArray(String[]::new));
  }

  private void draw(String name) {
    Png.write(GrayImage.of(2, 2, new byte[4]), folder.resolve(name));
  }

  @Test
  void broken_files_are_named_and_end_with_the_code_of_data() throws IOException {
    draw("rose/1.png");
    draw("rose/2.png");
    Files.writeString(folder.resolve("rose/3.png"), "words");
    Files.writeString(folder.resolve("rose/notes.txt"), "words");
    Console check = check();
    assertThat(check.code()).isEqualTo(5);
    assertThat(check.out())
        .isEqualTo(
            """
            %s
            images    3
            formats   PNG (2)
            sizes     2×2×1 (2)
            left out  1 .txt

            broken    1
              rose/3.png  not an image, whatever its name says

            duplicate 1
              rose/2.png  of rose/1.png
            """
                .formatted(folder));
    assertThat(check.err())
        .isEqualTo("broken or unlabeled files: remove, replace or move them, and check again\n");
    JsonNode json = JsonMapper.shared().readTree(check("--json").out());
    assertThat(json.get("findings").get(0).get("finding").asString()).isEqualTo("duplicate");
  }

  @Test
  void a_whole_set_is_checked_with_what_to_do_next() {
    draw("1.png");
    Console check = check();
    assertThat(check.code()).isZero();
    assertThat(check.out()).endsWith("found     nothing odd\n");
    assertThat(check.err()).isEqualTo("next:     figment data info " + folder + "\n");
    Console name = Console.run("data", "check", "mnist");
    assertThat(name.code()).isEqualTo(2);
    assertThat(name.err())
        .contains("expected a folder, an archive or an image, got the set mnist.");
  }

  @Test
  void vectors_are_not_drawn() {
    assertThat(Console.run("data", "info", "tilted-plane", "--out=x.png"))
        .satisfies(console -> assertThat(console.code()).isEqualTo(2))
        .satisfies(
            console ->
                assertThat(console.err())
                    .isEqualTo(
                        "figment: --out: expected a set of images, tilted-plane holds vectors.\n"));
  }

  @Test
  void a_missing_set_ends_with_the_code_of_data() {
    Console info = Console.run("data", "info", "mnist", "--data-dir", folder.toString());
    assertThat(info.code()).isEqualTo(5);
    assertThat(info.err())
        .contains("found no such folder", "as the data folder (--data-dir DIR) or in FIGMENT_DATA");
    assertThat(Console.run("data", "info", "mnits").err()).contains("did you mean mnist?");
  }

  @Test
  void a_wrong_split_is_answered_with_the_right_ones() {
    assertThat(Console.run("data", "info", "glyphs", "--split=tset"))
        .isEqualTo(
            new Console(
                2,
                "",
                "figment: --split: expected train or test or all, got tset\n"
                    + "See: figment data info --help\n"));
  }
}
