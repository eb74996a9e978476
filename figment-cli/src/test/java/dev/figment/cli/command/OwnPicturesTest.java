package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of pictures as people have it: no test split, other sizes, and other files in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnPicturesTest {
  private static final String RECIPE =
      """
      recipe: own
      data: {set: '%s', size: 8%s}
      model:
        vae:
          latent: 2
          encoder: [flatten, {dense: {units: 8, activation: relu}}]
          decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
          optimizer: adam
      train: {batch: 64, epochs: 2}
      """;

  @TempDir private static Path folder;
  private static Console training;
  private static Path run;

  @BeforeAll
  static void train() throws IOException {
    for (int i = 0; i < 32; i++) {
      byte[] levels = new byte[8 * 12];
      levels[i] = (byte) (200 + i);
      Png.write(GrayImage.of(12, 8, levels), folder.resolve("pictures/%02d.png".formatted(i)));
    }
    Files.createDirectories(folder.resolve("pictures/.thumbs"));
    Files.createFile(folder.resolve("pictures/.thumbs/0.png"));
    Files.createFile(folder.resolve("pictures/scan.tif"));
    run = folder.resolve("run");
    training = train("own.yaml", "", run);
  }

  private static Console train(String name, String more, Path run) throws IOException {
    Path recipe = folder.resolve(name);
    Files.writeString(recipe, RECIPE.formatted(folder.resolve("pictures"), more));
    Console console = Console.run("train", recipe.toString(), "--threads=1", "--run=" + run);
    assertThat(console.code()).as(console.err()).isZero();
    return console;
  }

  private static Console run(String... words) {
    Console console = Console.run(words);
    assertThat(console.code()).as(console.err()).isZero();
    return console;
  }

  @Test
  void the_training_says_what_is_left_out_and_changed() throws IOException {
    assertThat(training.err())
        .contains("  left out  1 .tif, 1 hidden\n")
        .contains("  changed   32 stretched to another aspect ratio\n");
    assertThat(Files.readString(run.resolve("log.txt")))
        .contains("left out  1 .tif, 1 hidden\n", "changed   32 stretched");
  }

  @Test
  void epochs_of_a_set_smaller_than_a_batch_are_those_that_were_asked_for() {
    assertThat(training.err()).contains("1 steps (2.0 epochs), batches of 64, 2.0 epochs a step");
  }

  @Test
  void the_set_is_summed_up_with_the_same_words() {
    Console info = run("data", "info", folder + "/pictures");
    assertThat(info.out()).contains("\nleft out  1 .tif, 1 hidden\n").doesNotContain("changed");
    assertThat(run("data", "info", folder + "/pictures", "--json").out())
        .containsPattern("\"leftOut\" ?: ?\\{\\s*\"\\.tif\" ?: ?1");
  }

  @Test
  void without_a_test_split_what_was_learned_from_is_shown_and_that_is_said() {
    String said = "no test split: these are examples that the model learned from (--split train)\n";
    assertThat(run("reconstruct", run.toString()).err()).containsOnlyOnce(said);
    assertThat(run.resolve("reconstructions-train.png")).isNotEmptyFile();
    assertThat(run("map", run.toString(), "--perplexity=2").err()).containsOnlyOnce(said);
    assertThat(run("interpolate", run.toString(), "--from=1", "--to=2").err())
        .containsOnlyOnce(said);
    assertThat(run("encode", run.toString(), "--out=" + folder.resolve("x.csv")).err())
        .containsOnlyOnce(said);
    assertThat(run("evaluate", run.toString(), "--metrics=elbo").err()).containsOnlyOnce(said);
    assertThat(run("reconstruct", run.toString(), "--split=train").err()).doesNotContain(said);
  }

  @Test
  void who_asks_for_the_test_split_is_told_the_ways_out() {
    Console refused = Console.run("reconstruct", run.toString(), "--split=test");
    assertThat(refused.code()).isEqualTo(5);
    assertThat(refused.err())
        .contains(
            "there is no test split. Read the split train (--split train), have a share held");
  }

  @Test
  void a_share_that_was_held_out_is_the_test_split() throws IOException {
    Path held = folder.resolve("held");
    train("held.yaml", ", holdOut: 0.5", held);
    assertThat(run("reconstruct", held.toString()).err()).doesNotContain("no test split");
    assertThat(held.resolve("reconstructions-test.png")).isNotEmptyFile();
    assertThat(Files.readString(held.resolve("recipe.yaml"))).contains("holdOut: 0.5");
  }

  @Test
  void pictures_without_classes_for_a_model_that_has_them_name_the_way_out() {
    Console refused =
        Console.run(
            "train",
            "mnist-conditional-gan",
            "--set=data.set=" + folder + "/pictures",
            "--set=data.size=28",
            "--dry-run");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("got unlabeled ones. Put the images into one folder per class, or leave labels")
        .contains("(--set model.gan.labels=null)");
    Console chosen =
        Console.run(
            "train", "flowers-dcgan", "--set=data.set=" + folder + "/pictures", "--dry-run");
    assertThat(chosen.code()).isEqualTo(5);
    assertThat(chosen.err()).contains("Take them all (--set data.classes=null)");
  }
}
