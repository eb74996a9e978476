package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.FigmentException;
import dev.figment.MemoryException;
import dev.figment.model.Model;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Tensor;
import dev.figment.train.StepObserver;
import dev.figment.train.TrainRecipe;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutOfMemoryTest {
  @TempDir Path folder;

  /** Does something before a step. */
  private record Before(long step, Runnable action) implements StepObserver {
    @Override
    public void onStepStart(Model model, long next) {
      if (next == step) {
        action.run();
      }
    }
  }

  private Path fail(Runnable how, String message) {
    Path folder = this.folder.resolve("run");
    Recipe recipe =
        Tiny.recipe(this.folder).with("train.batch", 8).with("watch.checkpoints.everySteps", 2);
    try (Run run = Run.create(folder, recipe, Settings.DEFAULT)) {
      assertThatThrownBy(() -> run.train(new Before(6, how)))
          .isInstanceOf(MemoryException.class)
          .hasMessageMatching(message)
          .satisfies(e -> assertThat(((FigmentException) e).exitCode().number()).isEqualTo(6));
    }
    return folder;
  }

  private static void exhaustTheHeap() {
    throw new OutOfMemoryError("Java heap space");
  }

  private static void exhaustTheEngine() {
    Tensor.zeros(1L << 50).close();
  }

  @Test
  void a_full_heap_is_told_with_the_batch_that_fits_and_the_last_checkpoint_stays() {
    Path run =
        fail(
            OutOfMemoryTest::exhaustTheHeap,
            "step 6: out of memory \\(Java heap space\\) with train.batch=8: training stopped\\."
                + " The last checkpoint, if there is one, is as it was\\. A batch of 4 fits:"
                + " train.batch=4 with train.accumulate=2 makes updates as large\\.");
    assertThat(Tiny.newest(run).position().step()).isEqualTo(4);
    assertThat(run.resolve("log.txt")).content().contains("ended by an error: step 6: out of");
    Path straight =
        Tiny.train(folder.resolve("straight"), Tiny.recipe(folder).with("train.batch", 8));
    assertThat(Tiny.weights(Tiny.resume(run))).isEqualTo(Tiny.weights(straight));
  }

  @Test
  void so_is_a_real_allocation_that_the_engine_refuses() {
    fail(
        OutOfMemoryTest::exhaustTheEngine,
        "step 6: out of memory \\(zeros: .*(allocate|memory).*\\) with train.batch=8: training"
            + " stopped\\. .* A batch of 4 fits: .*");
  }

  @Test
  void batches_that_are_tried_divide_the_one_that_did_not_fit_and_halve_at_least() {
    List<String> tried = new ArrayList<>();
    BatchThatFits none =
        new BatchThatFits(
            train -> {
              tried.add(train.batchWords());
              return false;
            });
    assertThat(none.below(TrainRecipe.ofBatch(100).withSteps(1).withAccumulate(3))).isEmpty();
    assertThat(tried).containsExactly("6×50", "12×25", "30×10", "60×5", "150×2", "300×1");
    assertThat(
            new BatchThatFits(train -> train.batch() <= 12)
                .below(TrainRecipe.ofBatch(64).withSteps(1))
                .map(TrainRecipe::batchWords))
        .hasValue("8×8");
    assertThat(new BatchThatFits(train -> true).below(TrainRecipe.ofBatch(1).withSteps(1)))
        .isEmpty();
  }

  @Test
  void a_program_whose_heap_is_too_small_for_its_batch_ends_by_saying_which_fits()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HugeBatch.class.getName(),
                folder.resolve("run").toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      String said = lines.lines().collect(Collectors.joining("\n"));
      assertThat(process.waitFor()).as(said).isEqualTo(6);
      assertThat(said)
          .containsPattern("step 1: out of memory \\(Java heap space\\) with train.batch=65536: .*")
          .containsPattern("A batch of (32768|16384|8192) fits: train.batch=.*");
    }
  }
}
