package dev.figment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.cli.Console;
import dev.figment.cli.Main;
import dev.figment.cli.progress.TrainingSession;
import dev.figment.format.Npy;
import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Device;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunCommandsTest {
  @TempDir private static Path folder;
  private static Path run;
  private static Console trained;

  @BeforeAll
  static void train() {
    run = folder.resolve("runs/one");
    trained = TinyGan.train(run, "--steps=4");
  }

  private static Console sample(String... more) {
    return Console.run(
        Stream.concat(Stream.of("sample", run.toString()), Stream.of(more)).toArray(String[]::new));
  }

  private static void assertRefused(String message, Console console) {
    assertThat(console).isEqualTo(new Console(2, "", "figment: " + message + "\n"));
  }

  @Test
  void training_prints_its_folder_and_says_the_rest_aside() {
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out()).isEqualTo(run + "\n");
    assertThat(trained.err())
        .contains(
            "  data      10,000 examples of 28×28×1 from glyphs/test\n",
            "  networks  generator with 425 parameters, discriminator with 785 parameters\n",
            "  training  4 steps (0.0 epochs), batches of 4, 2,500 steps an epoch, on cpu\n",
            "  run       " + run + "\n",
            "pictures: " + run.resolve("fakes-000004.png") + "\n",
            "next:     figment sample " + run + " --grid 8x8 --seed 7\n")
        .containsPattern(
            "\nstep 2  epoch 0.00  0.0 kimg  \\d+ images/s  loss/discriminator [\\d.]+"
                + "  loss/fake [\\d.]+  loss/generator [\\d.]+  loss/real [\\d.]+"
                + "  left 2 steps, \\d+ s\n")
        .containsPattern("\naccuracy at step 4  real \\d+ %  generated \\d+ %\n");
  }

  @Test
  void a_plan_in_bfloat16_says_so() {
    Console planned =
        Console.run("train", "glyphs-dcgan", "--set=train.precision=bfloat16", "--dry-run");
    assertThat(planned.err()).contains(" steps an epoch, on cpu in bfloat16\n");
  }

  @Test
  void networks_that_differ_in_resolution_alone_are_told_as_one() {
    Console planned =
        Console.run(
            "train",
            "flowers-progressive-gan",
            "--set=data.set=shapes",
            "--set=data.size=null",
            "--dry-run");
    assertThat(planned.err()).contains(", 4× toImage with 1,356 parameters, discriminator with ");
  }

  @Test
  void a_finished_run_says_so_and_how_to_train_longer() throws IOException {
    Console again = Console.run("resume", run.toString());
    assertThat(again.code()).isZero();
    assertThat(again.err())
        .contains("finished already, at step 4\nlonger:   figment resume " + run + " --epochs N\n");
  }

  @Test
  void a_longer_run_goes_on_from_its_checkpoint() throws IOException {
    Path longer = folder.resolve("longer");
    TinyGan.train(longer, "--steps=2");
    Console resumed = Console.run("resume", longer.toString(), "--steps=5");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err())
        .contains("changed:  train.steps: 2 → 5\n", "going on from step 2\n", "\nstep 5  ");
  }

  @Test
  void a_stop_before_the_first_step_is_no_checkpoint() {
    Path early = folder.resolve("early");
    Recipe recipe = RunFolder.open(run).recipe();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new Main()).setErr(new PrintWriter(err));
    try (Run begun = Run.create(early, recipe, Settings.DEFAULT)) {
      begun.stop();
      new TrainingSession(begun, Device.CPU, line.setOut(new PrintWriter(new StringWriter())))
          .train();
    }
    assertThat(err.toString())
        .contains("stopped at step 0, without a checkpoint\ngo on:    figment resume " + early);
  }

  @Test
  void runs_are_listed_with_their_state() {
    Path runs = run.getParent();
    assertThat(Console.run("runs", runs.toString()).out())
        .containsPattern(
            "one +glyphs-dcgan +4 +0.0 +0:00:\\d\\d +finished +loss/discriminator [\\d.]+"
                + "  loss/fake .* and \\d+ more \\(--json\\)");
    JsonNode line =
        JsonMapper.shared().readTree(Console.run("runs", runs.toString(), "--json").out()).get(0);
    assertThat(line.get("checkpoints").toString()).isEqualTo("[4]");
    assertThat(line.get("losses").get("loss/generator").asDouble()).isPositive();
    assertThat(line.get("differs").get("train.batch").asString()).isEqualTo("4");
  }

  @Test
  void a_damaged_run_does_not_hide_the_others() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("mixed"));
    Files.writeString(Files.createDirectory(runs.resolve("bad")).resolve("recipe.yaml"), "x: 1");
    Files.writeString(
        Files.createDirectory(runs.resolve("new")).resolve("recipe.yaml"),
        Console.run("show", "glyphs-dcgan").out());
    assertThat(Console.run("runs", runs.toString()).out())
        .containsPattern("bad .*unreadable: .*unknown key x")
        .containsPattern("new +glyphs-dcgan +0 +0.0 +0:00:00 +no checkpoint");
  }

  @Test
  void a_damaged_checkpoint_does_not_hide_its_run() throws IOException {
    Path runs = folder.resolve("damaged");
    TinyGan.train(runs.resolve("one"), "--steps=2");
    Path half = Files.createDirectory(runs.resolve("one/checkpoints/step-00000003"));
    Files.writeString(half.resolve("state.json"), "{");
    assertThat(Console.run("runs", runs.toString()).out())
        .containsPattern("one +glyphs-dcgan +2 +0.0 +0:00:\\d\\d +finished +loss/");
    Files.move(runs.resolve("one/checkpoints"), runs.resolve("one/elsewhere"));
    Files.createDirectories(runs.resolve("one/checkpoints/step-00000001"));
    assertThat(Console.run("runs", runs.toString()).out())
        .containsPattern("one +glyphs-dcgan +2 +0.0 +0:00:\\d\\d +can go on from 1 +loss/");
  }

  @Test
  void a_grid_goes_into_the_run_and_is_named() throws IOException {
    Path expected = run.resolve("samples-seed7.png");
    assertThat(sample("--grid=2x3", "--seed=7")).isEqualTo(new Console(0, expected + "\n", ""));
    assertThat(ImageIO.read(expected.toFile()).getWidth()).isEqualTo(3 * 56 + 4 * 2);
  }

  @Test
  void a_folder_takes_one_file_each() {
    Path each = folder.resolve("each");
    assertThat(sample("--count=3", "--out=" + each + "/").code()).isZero();
    assertThat(each).isDirectoryContaining("glob:**0002.png");
  }

  @Test
  void chosen_points_are_sampled() {
    Path points = folder.resolve("points.npy");
    new Npy(new long[] {2, 3}, new float[6]).write(points);
    assertThat(sample("--latent=" + points).out())
        .isEqualTo(run.resolve("samples-points.png") + "\n");
    assertThat(sample("--latent=zeros").code()).isZero();
    assertThat(sample("--latent=0.5").code()).isZero();
    assertThat(run.resolve("samples-zeros.png")).isNotEmptyFile();
  }

  @Test
  void points_of_the_wrong_size_are_refused() {
    Path points = folder.resolve("wrong.npy");
    new Npy(new long[] {2, 5}, new float[10]).write(points);
    assertRefused(
        "--latent: " + points + ": expected an array (3) or (points, 3), got [2, 5].",
        sample("--latent=" + points));
    assertRefused(
        "--latent: expected zeros, a number or a file that ends in .npy, got abc.",
        sample("--latent=abc"));
    assertRefused("--latent: expected finite numbers, got NaN in NaN.", sample("--latent=NaN"));
    assertRefused(
        "--count: --latent says how many. Leave one of them out.",
        sample("--latent=zeros", "--count=3"));
  }

  @Test
  void grids_that_do_not_fit_are_refused() {
    assertRefused("--grid: expected rows and columns as in 10x10, got 3by3", sample("--grid=3by3"));
    assertRefused(
        "--grid 3x3: expected at most 9 images, got 10. Make the grid larger.",
        sample("--grid=3x3", "--count=10"));
  }

  @Test
  void options_that_exclude_one_another_are_refused() {
    assertRefused(
        "--seed: --latent says which points. Leave one of them out.",
        sample("--latent=zeros", "--seed=3"));
    assertRefused(
        "--grid: --out names a folder, for a file each. Leave one of them out.",
        sample("--grid=2x2", "--out=" + folder + "/"));
  }

  @Test
  void counts_beyond_what_memory_can_address_are_refused_with_the_most() {
    assertRefused(
        "sample: expected 1 to 2739137 examples of this model, got 2147483647",
        sample("--count=2147483647"));
    assertRefused("--count: expected at least 1, got 0", sample("--count=0"));
  }

  @Test
  void where_to_is_checked_before_anything_is_read() {
    assertThat(Console.run("sample", folder.resolve("nowhere").toString(), "--out=x.jpg").err())
        .isEqualTo(
            "figment: --out: expected a file that ends in .png or a folder that ends in /, got"
                + " x.jpg.\n");
  }

  @Test
  void a_run_without_checkpoint_is_not_sampled() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("recipe.yaml"), Console.run("show", "glyphs-dcgan").out());
    assertRefused(
        empty + " has no checkpoint yet. Train it first: figment resume " + empty,
        Console.run("sample", empty.toString()));
  }

  @Test
  void what_is_there_is_left_as_it_is() {
    assertRefused(
        "run folder %s exists already: it is left as it is. Go on with it by figment resume %s, or"
                .formatted(run, run)
            + " name another one (--run DIR).",
        TinyGan.train(run));
  }

  @Test
  void a_dry_run_makes_nothing() {
    Path none = folder.resolve("none");
    Console dry = TinyGan.train(none, "--dry-run", "--epochs=2", "--seed=9");
    assertThat(dry.code()).isZero();
    assertThat(dry.err()).contains("5,000 steps (2.0 epochs)", none + " (dry run: not made)");
    assertThat(none).doesNotExist();
  }

  @Test
  void a_dry_run_refuses_what_the_real_one_refuses() {
    Path none = folder.resolve("none");
    for (String kind : new String[] {"--dry-run", "--steps=1"}) {
      assertRefused(
          "train.batch: expected at least 2 where reals: half, got 1",
          TinyGan.train(none, kind, "--set=train.batch=1", "--set=model.gan.reals=half"));
    }
  }

  @Test
  void missing_data_leaves_no_run_behind() {
    Path none = folder.resolve("nodata");
    Console failed =
        Console.run("train", "mnist-dcgan", "--data-dir", folder.toString(), "--run=" + none);
    assertThat(failed.code()).isEqualTo(5);
    assertThat(none).doesNotExist();
  }

  @Test
  void lengths_are_checked() {
    Path none = folder.resolve("none");
    assertRefused("--steps: expected more than 0, got 0", TinyGan.train(none, "--steps=0"));
    assertRefused(
        "--steps, --epochs, --kimg: expected one of them at most, got 2.",
        TinyGan.train(none, "--steps=1", "--kimg=2"));
    assertThat(TinyGan.train(none, "--steps=x").err())
        .startsWith("figment: --steps: expected a whole number, got x\n");
  }

  @Test
  void a_profile_says_where_the_time_went_and_leaves_a_trace() {
    Path profiled = folder.resolve("profiled");
    Console console = TinyGan.train(profiled, "--steps=7", "--profile");
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(console.out()).isEqualTo(profiled + "\n");
    assertThat(console.err())
        .contains("\nprofile of steps 6 to 7: means of a step, in ms\nmachine: ")
        .containsPattern("\ndiscriminator +discriminator/1 dense +[\\d.]+ +[\\d.]+ +[\\d.]+ % +")
        .containsPattern("\ngenerator +generator/2 conv2dTranspose +[\\d.]+ +[\\d.]+ +")
        .containsPattern("\n- +optimizer +[\\d.]+ +- +[\\d.]+ % +- +")
        .containsPattern("\nstep +[\\d.]+ +100.0 % ")
        .contains("\ntrace:    " + profiled.resolve("trace.json") + ", for chrome://tracing");
    JsonNode trace = JsonMapper.shared().readTree(profiled.resolve("trace.json").toFile());
    assertThat(trace.get("traceEvents").get(0).get("name").asString()).isEqualTo("step 6");
  }

  @Test
  void a_training_that_is_too_short_for_a_profile_says_so() {
    Path early = folder.resolve("unprofiled");
    assertThat(TinyGan.train(early, "--steps=2", "--profile-after=2").err())
        .contains("\nno profile: it begins after 2 steps\n");
    assertThat(early.resolve("trace.json")).doesNotExist();
  }

  @Test
  void a_negative_number_of_steps_before_a_profile_is_refused() {
    assertRefused(
        "--profile-after: expected at least 0 steps, got -1. Leave it out for 5.",
        TinyGan.train(folder.resolve("none"), "--steps=2", "--profile-after=-1"));
  }

  @Test
  void a_loss_that_is_no_number_ends_training_with_its_own_code() {
    Path diverged = folder.resolve("diverged");
    Console failed =
        TinyGan.train(
            diverged,
            "--steps=8",
            "--set=watch.checkpoints.everySteps=1",
            "--set=model.gan.optimizer.discriminator.adam.learningRate=1e38");
    assertThat(failed.code()).isEqualTo(3);
    assertThat(failed.err())
        .contains(" of phase ", " at step ", "The last checkpoint, if there is one, is as it was");
  }

  @Test
  void the_demo_ends_with_samples() {
    Path demo = folder.resolve("demo");
    Console console = Console.run("demo", "--steps=2", "--run=" + demo);
    assertThat(console.code()).as(console.err()).isZero();
    assertThat(demo.resolve("samples-seed1.png")).isNotEmptyFile();
    assertThat(demo.resolve("losses.png")).isNotEmptyFile();
  }
}
