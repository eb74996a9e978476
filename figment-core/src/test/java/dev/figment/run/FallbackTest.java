package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.Recipe;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose newest checkpoint was damaged goes on from the one before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FallbackTest {
  @TempDir private Path folder;
  private CourseOfRun straight;
  private Path run;

  @BeforeEach
  void theLastOfThreeCheckpointsIsDamaged() throws IOException {
    Recipe recipe =
        Tiny.recipe(folder)
            .with("watch.tickSteps", 1)
            .with("watch.snapshots.everySteps", 1)
            .with("watch.checkpoints.everySteps", 2);
    run = Tiny.train(folder.resolve("run"), recipe);
    straight = CourseOfRun.of(run);
    Files.writeString(run.resolve("checkpoints/step-00000006/state.json"), "{}");
  }

  /** What a run shows as its training goes on. */
  private record Shown(Path run, List<String> pictures, List<Long> steps) implements Listener {
    @Override
    public void onStart(Clock clock) {
      new RunFolder(run).fakes().forEach(each -> pictures.add(each.getFileName().toString()));
      for (String file : List.of("stats.jsonl", "metrics.jsonl")) {
        new JsonLines(run.resolve(file))
            .read()
            .forEach(line -> steps.add(line.path("step").asLong()));
      }
      assertThat(run.resolve("losses.png")).doesNotExist();
      assertThat(run.resolve("progress.gif")).doesNotExist();
      assertThat(run.resolve("reals.png")).exists();
    }
  }

  @Test
  void nothing_of_the_lost_steps_is_shown_meanwhile_and_all_of_it_at_the_end() throws IOException {
    Shown shown = new Shown(run, new ArrayList<>(), new ArrayList<>());
    try (Run opened = Run.open(run, Settings.DEFAULT)) {
      opened.train(shown);
    }
    assertThat(shown.pictures)
        .containsExactly(
            "fakes-000001.png", "fakes-000002.png", "fakes-000003.png", "fakes-000004.png");
    assertThat(shown.steps).containsExactly(1L, 2L, 3L, 4L, 1L, 2L, 3L, 4L);
    assertThat(CourseOfRun.of(run)).isEqualTo(straight);
  }
}
