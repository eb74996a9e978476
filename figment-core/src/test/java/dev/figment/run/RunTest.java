package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DiskException;
import dev.figment.ExitCode;
import dev.figment.FigmentException;
import dev.figment.UsageException;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.folder.RunLock;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunTest {
  @TempDir Path folder;

  private static List<Long> steps(Path run) {
    return new JsonLines(run.resolve("stats.jsonl"))
        .read().stream().map(line -> line.get("step").asLong()).toList();
  }

  @Test
  void a_folder_that_exists_is_refused_and_left_as_it_is() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken"));
    Files.writeString(taken.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> Run.create(taken, Tiny.recipe(folder), Settings.DEFAULT))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "run folder %s: expected none of that name, or an empty one, got other things: they are"
                + " left as they are. Empty it, or name another one.",
            taken);
    try (Stream<Path> inside = Files.list(taken)) {
      assertThat(inside).containsExactly(taken.resolve("mine.txt"));
    }
  }

  @Test
  void a_run_that_exists_is_refused_with_how_to_go_on() {
    Path taken = Tiny.train(folder.resolve("taken"), Tiny.recipe(folder), 1);
    assertThatThrownBy(() -> Run.create(taken, Tiny.recipe(folder), Settings.DEFAULT))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "run folder %s exists already: it is left as it is. Go on with it by figment resume %s,"
                + " or name another one.",
            taken, taken);
  }

  @Test
  void an_empty_folder_can_be_trained_into_and_is_no_run_before() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> Run.open(empty, Settings.DEFAULT))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "%s is no run yet: it is empty, or its making was cut short. Train a recipe into it, or"
                + " delete it.",
            empty);
    Tiny.train(empty, Tiny.recipe(folder));
    assertThat(Tiny.newest(empty).position().step()).isEqualTo(6);
  }

  @Test
  void so_can_a_folder_whose_making_was_cut_short() throws IOException {
    Path half = Files.createDirectories(folder.resolve("half"));
    Path left = half.resolve(".recipe.yaml.01234567-89ab-cdef-0123-456789abcdef.tmp");
    Files.writeString(left, "recipe: ti");
    Files.writeString(half.resolve("lock"), "4711\n");
    assertThatThrownBy(() -> Run.open(half, Settings.DEFAULT))
        .hasMessageContaining("is no run yet");
    Tiny.train(half, Tiny.recipe(folder));
    assertThat(left).doesNotExist();
  }

  @Test
  void a_link_in_place_of_the_lock_is_refused_and_what_it_leads_to_is_left() throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    Path precious = Files.writeString(folder.resolve("precious.txt"), "mine");
    Files.createSymbolicLink(run.resolve("lock"), precious);
    assertThatThrownBy(() -> RunLock.take(run))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("expected a file of its own, got a symbolic link. Delete it");
    assertThat(precious).hasContent("mine");
  }

  @Test
  void a_recipe_that_cannot_be_trained_makes_no_folder() {
    Path run = folder.resolve("run");
    Recipe recipe = Tiny.recipe(folder);
    assertThatThrownBy(
            () ->
                Run.create(
                    run, recipe.with("model.gan.generator.0.dense.units", 33), Settings.DEFAULT))
        .hasMessageStartingWith("generator/3 reshape: expected 32 numbers for 4×4×2, got 33");
    Recipe half = recipe.with("model.gan.reals", "half").with("train.batch", 1);
    assertThatThrownBy(() -> Run.create(run, half, Settings.DEFAULT))
        .hasMessage("train.batch: expected at least 2 where reals: half, got 1");
    assertThat(run).doesNotExist();
  }

  @Test
  void a_check_refuses_what_a_run_would_and_makes_nothing() {
    Path run = folder.resolve("run");
    Recipe recipe = Tiny.recipe(folder);
    assertThat(Run.check(run, recipe, Settings.DEFAULT).size()).isEqualTo(24);
    assertThat(run).doesNotExist();
    Recipe half = recipe.with("model.gan.reals", "half").with("train.batch", 1);
    assertThatThrownBy(() -> Run.check(run, half, Settings.DEFAULT))
        .hasMessage("train.batch: expected at least 2 where reals: half, got 1");
    assertThatThrownBy(() -> Run.check(folder, recipe, Settings.DEFAULT))
        .hasMessageStartingWith("run folder " + folder + ": expected none of that name");
  }

  @Test
  void a_folder_without_a_recipe_is_no_run() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> Run.open(folder, Settings.DEFAULT))
        .hasMessage(
            folder
                + " is no run: expected a folder with recipe.yaml in it. See all with: figment"
                + " runs");
  }

  @Test
  void a_run_without_a_checkpoint_cannot_be_sampled() {
    Path path = folder.resolve("run");
    try (Run run = Run.create(path, Tiny.recipe(folder), Settings.DEFAULT)) {
      assertThatThrownBy(() -> run.sample(1, 1))
          .hasMessage(
              "%s has no checkpoint yet. Train it first: figment resume %s".formatted(path, path));
    }
  }

  @Test
  void samples_depend_on_their_seed_alone() {
    Path path = Tiny.train(folder.resolve("run"), Tiny.recipe(folder));
    try (Run run = Run.open(path, Settings.DEFAULT)) {
      byte[] seven = run.sample(70, 7).pixels();
      assertThat(seven).hasSize(70 * 64);
      assertThat(run.sample(70, 7).pixels()).isEqualTo(seven);
      assertThat(run.sample(3, 7).pixels()).isEqualTo(java.util.Arrays.copyOf(seven, 3 * 64));
      assertThat(run.sample(70, 8).pixels()).isNotEqualTo(seven);
    }
  }

  @Test
  void there_is_one_line_of_statistics_for_each_tick() {
    Recipe recipe = Tiny.recipe(folder).with("train.steps", 7);
    Path run = Tiny.train(folder.resolve("run"), recipe);
    assertThat(steps(run)).containsExactly(2L, 4L, 6L, 7L);
    JsonNode last = new JsonLines(run.resolve("stats.jsonl")).read().get(3);
    assertThat(last.propertyNames())
        .containsExactly(
            "step",
            "epoch",
            "kimg",
            "seconds",
            "imagesPerSecond",
            "residentBytes",
            "accuracy/fake",
            "accuracy/real",
            "gradients/discriminator",
            "gradients/generator",
            "loss/discriminator",
            "loss/fake",
            "loss/generator",
            "loss/real",
            "scores/fake",
            "scores/real",
            "spread/fake",
            "spread/real");
    assertThat(last.get("kimg").asDouble()).isEqualTo(0.035);
  }

  @ParameterizedTest
  @CsvSource({"mixed, 1, 0.03", "mixed, 2, 0.06", "separate, 1, 0.03", "separate, 3, 0.09"})
  void each_discriminator_step_is_on_fresh_real_images(String updates, int steps, double kimg) {
    Recipe recipe =
        Tiny.recipe(folder)
            .with("model.gan.updates", updates)
            .with("model.gan.discriminatorSteps", steps);
    Path run = Tiny.train(folder.resolve("run"), recipe);
    assertThat(new JsonLines(run.resolve("stats.jsonl")).read().get(2).get("kimg").asDouble())
        .isEqualTo(kimg);
  }

  @Test
  void a_resumed_run_has_each_tick_once() {
    Recipe recipe = Tiny.recipe(folder).with("watch.checkpoints.everySteps", 3);
    Path run = folder.resolve("run");
    assertThatThrownBy(
            () -> {
              try (Run created = Run.create(run, recipe, Settings.DEFAULT)) {
                created.train(new CrashAfter(5));
              }
            })
        .hasMessage("crashed after step 5");
    assertThat(steps(run)).containsExactly(2L, 4L);
    Tiny.resume(run);
    assertThat(steps(run)).containsExactly(2L, 4L, 6L);
  }

  @Test
  void statistics_cut_at_any_byte_keep_their_whole_lines() throws IOException {
    String line = "{\"step\":%d,\"loss/generator\":0.5}\n";
    String whole = line.formatted(2) + line.formatted(4);
    Path file = folder.resolve("stats.jsonl");
    for (int length = 0; length <= whole.length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      int lines = (length + 1) / line.formatted(2).length();
      assertThat(new JsonLines(file).read()).as("cut at %d", length).hasSize(lines);
    }
  }

  @Test
  void a_torn_last_line_goes_when_the_run_goes_on() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder), 4);
    Path file = run.resolve("stats.jsonl");
    Files.writeString(file, Files.readString(file) + "{\"step\":6,\"lo");
    Tiny.resume(run);
    assertThat(steps(run)).containsExactly(2L, 4L, 6L);
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void a_run_that_is_stopped_before_the_first_tick_ends_well() {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder), 1);
    assertThat(steps(run)).isEmpty();
    assertThat(Tiny.newest(run).position().step()).isEqualTo(1);
  }

  @Test
  void the_next_folder_takes_the_next_number() throws IOException {
    assertThat(RunFolder.next(folder, "tiny")).isEqualTo(folder.resolve("00001-tiny"));
    for (String name : List.of("00007-a", "00003-b", "mine")) {
      Files.createDirectories(folder.resolve(name));
      Files.writeString(folder.resolve(name).resolve("recipe.yaml"), "");
    }
    assertThat(RunFolder.next(folder, "tiny")).isEqualTo(folder.resolve("00008-tiny"));
    assertThat(RunFolder.in(folder)).hasSize(3);
  }

  private static String held(Path run, long pid) {
    return "%s: process %d trains in this run. Wait for it, or stop it.".formatted(run, pid);
  }

  @Test
  void a_second_trainer_in_the_same_process_is_refused() {
    Path path = folder.resolve("run");
    try (Run run = Run.create(path, Tiny.recipe(folder), Settings.DEFAULT)) {
      Listener second =
          new Listener() {
            @Override
            public void onStart(Clock clock) {
              assertThatThrownBy(() -> Tiny.resume(path))
                  .isInstanceOf(FigmentException.class)
                  .hasMessage(held(path, ProcessHandle.current().pid()))
                  .extracting(e -> ((FigmentException) e).exitCode())
                  .isEqualTo(ExitCode.LOCKED);
            }
          };
      run.train(second);
    }
    assertThat(Tiny.newest(path).position().step()).isEqualTo(6);
  }

  @Test
  void a_trainer_in_another_process_is_refused_even_after_one_in_this() throws Exception {
    Path run = Files.createDirectories(folder.resolve("run"));
    try (RunLock mine = RunLock.take(run)) {
      assertThatThrownBy(() -> RunLock.take(run)).isInstanceOf(FigmentException.class);
      Process other = LockHolder.start(run);
      try (BufferedReader said = LockHolder.words(other)) {
        assertThat(said.readLine()).isEqualTo(held(run, ProcessHandle.current().pid()));
      } finally {
        other.destroyForcibly().waitFor();
      }
    }
    RunLock.take(run).close();
  }

  @Test
  void the_lock_of_another_process_names_it_and_goes_with_it() throws Exception {
    Path run = Files.createDirectories(folder.resolve("run"));
    Process other = LockHolder.start(run);
    try (BufferedReader said = LockHolder.words(other)) {
      assertThat(said.readLine()).isEqualTo("locked");
      assertThatThrownBy(() -> RunLock.take(run)).hasMessage(held(run, other.pid()));
    } finally {
      other.destroyForcibly().waitFor();
    }
    IntStream.range(0, 2).forEach(again -> RunLock.take(run).close());
  }
}
