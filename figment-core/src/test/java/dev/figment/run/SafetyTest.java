package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.ModelFileException;
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
                + " [0-9a-f]{8}\\), got other data \\(25 of 8×8×1, checksum [0-9a-f]{8}\\). Bring"
                + " it back, or train on the new data in a run of its own.");
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
}
