package dev.figment.run;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.ModelFileException;
import dev.figment.UsageException;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails beside the training costs nothing of the training. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SafetyTest {
  @TempDir Path folder;

  @Test
  void snapshots_of_another_size_after_a_resume_leave_the_checkpoint_whole() throws IOException {
    Recipe recipe = Tiny.recipe(folder).with("watch.snapshots.everySteps", 2);
    Path run = Tiny.train(folder.resolve("run"), recipe, 4);
    Recipe larger = recipe.with("watch.snapshots.grid", "3x3");
    Files.writeString(run.resolve("recipe.yaml"), larger.toYaml());
    Tiny.resume(run);
    assertThat(Tiny.newest(run).position().step()).isEqualTo(6);
  }

  @Test
  void samples_after_more_training_come_from_the_newer_checkpoint() {
    Recipe recipe = Tiny.recipe(folder);
    Path folder = Tiny.train(this.folder.resolve("run"), recipe, 2);
    try (Run run = Run.open(folder, Settings.DEFAULT)) {
      byte[] early = run.sample(4, 1).pixels();
      run.train();
      assertThat(run.sample(4, 1).pixels()).isNotEqualTo(early);
    }
  }

  @Test
  void a_run_does_not_go_on_with_other_data() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder), 2);
    Path copied = folder.resolve("pictures/bars/98.png");
    Files.copy(folder.resolve("pictures/bars/01.png"), copied);
    assertThatThrownBy(() -> Tiny.resume(run))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "expected the data that the run learned from so far \\(24 of 8×8×1, checksum"
                + " [0-9a-f]{8}\\), got other data \\(25 of 8×8×1, checksum [0-9a-f]{8}\\): 25"
                + " examples, not 24; example 12 is new. Bring it back, train on the new data in a"
                + " run of its own, or force it.");
    Files.delete(copied);
    assertThat(Tiny.newest(Tiny.resume(run)).position().step()).isEqualTo(6);
  }

  @Test
  void a_resume_that_is_refused_leaves_no_native_memory_behind() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder), 2);
    Path state = Tiny.newest(run).folder().resolve("training.safetensors");
    Files.write(state, new byte[] {1, 2, 3});
    long before = Backend.livePointers();
    assertThatThrownBy(() -> Tiny.resume(run)).isInstanceOf(ModelFileException.class);
    assertThat(Backend.livePointers()).isLessThanOrEqualTo(before + 5);
  }

  @Test
  void what_a_killed_process_left_half_written_is_swept_away() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder), 2);
    Path draft = Files.createDirectories(run.resolve("checkpoints/step-00000004.tmp"));
    Files.write(draft.resolve("weights.safetensors"), new byte[100]);
    Tiny.resume(run);
    assertThat(draft).doesNotExist();
  }

  private static String refusal(Path run) {
    try {
      Tiny.resume(run);
      throw new AssertionError("went on");
    } catch (DataException e) {
      return e.getMessage().replaceAll(".*checksum [0-9a-f]{8}\\): (.*?)\\. Bring it back.*", "$1");
    }
  }

  @Test
  void what_is_other_in_the_data_is_said() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder), 2);
    Path slants = folder.resolve("pictures/slants");
    Path bars = folder.resolve("pictures/bars");
    byte[] first = Files.readAllBytes(bars.resolve("01.png"));
    Files.copy(bars.resolve("03.png"), bars.resolve("01.png"), REPLACE_EXISTING);
    assertThat(refusal(run)).isEqualTo("example 0 is another");
    Files.delete(bars.resolve("01.png"));
    assertThat(refusal(run)).isEqualTo("23 examples, not 24; example 0 is missing");
    Files.write(bars.resolve("99.png"), first);
    assertThat(refusal(run)).isEqualTo("the same examples in another order");
    Files.move(bars.resolve("99.png"), bars.resolve("01.png"));
    Files.move(bars, folder.resolve("pictures/zigzags"));
    assertThat(refusal(run))
        .isEqualTo(
            "classes are [slants, zigzags], not [bars, slants]; example 0 is another; example 1 is"
                + " another; example 2 is another; and so on, 24 in all");
    Files.move(folder.resolve("pictures/zigzags"), folder.resolve("pictures/beams"));
    assertThat(refusal(run)).isEqualTo("classes are [beams, slants], not [bars, slants]");
    Files.move(folder.resolve("pictures/beams"), bars);
    assertThat(slants).exists();
    assertThat(Tiny.newest(Tiny.resume(run)).position().step()).isEqualTo(6);
  }

  @Test
  void a_run_of_before_data_was_written_down_says_less() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder), 2);
    Files.delete(run.resolve("data.json"));
    Files.delete(folder.resolve("pictures/bars/01.png"));
    assertThat(refusal(run))
        .matches("24 of 8×8×1, checksum [0-9a-f]{8} → 23 of 8×8×1, checksum [0-9a-f]{8}");
    Files.writeString(run.resolve("data.json"), "{\"shape\": 3");
    assertThat(refusal(run)).startsWith("24 of 8×8×1, checksum");
  }

  @Test
  void it_goes_on_with_other_data_or_another_recipe_where_that_is_forced() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), Tiny.recipe(folder), 2);
    Files.delete(folder.resolve("pictures/bars/01.png"));
    Recipe other = Tiny.recipe(folder).with("model.gan.targets.real", "[0.7, 1]");
    Files.writeString(run.resolve("recipe.yaml"), other.toYaml());
    assertThatThrownBy(() -> Tiny.resume(run))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("got another: model.gan.targets.real.0: 0.8 → 0.7. Change it back");
    try (Run opened = Run.open(run, Settings.DEFAULT.withForced(true))) {
      opened.train();
    }
    assertThat(Tiny.newest(run).position().step()).isEqualTo(6);
    assertThat(Files.readString(run.resolve("log.txt")))
        .contains("changed since step 2: model.gan.targets.real.0: 0.8 → 0.7")
        .contains("data changed since step 2: 23 examples, not 24")
        .contains("data changed since step 2: example 0 is missing");
    assertThat(Tiny.newest(Tiny.resume(run)).position().step()).isEqualTo(6);
  }
}
