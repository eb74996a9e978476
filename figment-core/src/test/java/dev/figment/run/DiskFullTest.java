package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ExitCode;
import dev.figment.FigmentException;
import dev.figment.disk.FaultyDisk;
import dev.figment.disk.FullAfter;
import dev.figment.disk.Moments;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.Checkpoint;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room, whenever it fills. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiskFullTest {
  private static final long EVERYTHING = Long.MAX_VALUE / 2;

  private static final int PARTS = 40;
  private static final int FEW = 3;

  @TempDir private Path folder;
  private Recipe recipe;

  @BeforeEach
  void aCheckpointIsDueAfterEachOfEightSteps() {
    recipe =
        Tiny.recipe(folder)
            .with("train.steps", 8)
            .with("watch.tickSteps", 1)
            .with("watch.snapshots.everySteps", 2)
            .with("watch.checkpoints.everySteps", 1);
  }

  private static void train(Path run, Recipe recipe, FullAfter disk, Listener... listeners) {
    try (Run made = Run.create(FaultyDisk.path(run, disk), recipe, Settings.DEFAULT)) {
      made.train(listeners);
    }
  }

  /** The disk is full after some steps, and has room again after others. */
  private static Listener full(FullAfter disk, int from, int until) {
    return new Listener() {
      @Override
      public void onStep(Clock clock) {
        if (clock.step() == from) {
          disk.makeRoom(0);
        } else if (clock.step() == until) {
          disk.makeRoom(EVERYTHING);
        }
      }
    };
  }

  private String log(String run) throws IOException {
    return Files.readString(folder.resolve(run).resolve("log.txt"));
  }

  @Test
  void two_checkpoints_that_fail_are_warnings_and_no_line_is_lost() throws IOException {
    CourseOfRun straight = CourseOfRun.of(Tiny.train(folder.resolve("straight"), recipe));
    FullAfter disk = new FullAfter(EVERYTHING);
    Path run = folder.resolve("run");
    train(run, recipe, disk, full(disk, 4, 6));
    CourseOfRun course = CourseOfRun.of(run);
    assertThat(course.numbers()).isEqualTo(straight.numbers());
    assertThat(course.lines()).isEqualTo(straight.lines());
    assertThat(course.pictures().keySet()) // that of step 6 is lost, and was said to be
        .doesNotContain("fakes-000006.png")
        .contains("fakes-000004.png", "fakes-000008.png");
    assertThat(log("run"))
        .contains("warning: lines wait until there is room: ")
        .contains("warning: step 5: no checkpoint, 1 in a row; after 3 training ends. Make room: ")
        .contains("warning: step 6: no checkpoint, 2 in a row;")
        .contains("warning: a picture is missing: ");
  }

  @Test
  void the_third_in_a_row_ends_the_training_with_the_last_good_one_as_it_was() throws IOException {
    FullAfter disk = new FullAfter(EVERYTHING);
    Path run = folder.resolve("run");
    assertThatThrownBy(() -> train(run, recipe, disk, full(disk, 4, -1)))
        .isInstanceOf(FigmentException.class)
        .hasMessageStartingWith(run + ", step 7: 3 checkpoints in a row could not be written: ")
        .hasMessageContaining("No space left on device")
        .hasMessageEndingWith("Make room, and go on from step 4: figment resume " + run)
        .extracting(e -> ((FigmentException) e).exitCode())
        .isEqualTo(ExitCode.DISK);
    Checkpoint good = Tiny.newest(run);
    good.verify();
    assertThat(good.position().step()).isEqualTo(4);
    assertThat(CourseOfRun.leftovers(run)).isEmpty();
    CourseOfRun straight = CourseOfRun.of(Tiny.train(folder.resolve("straight"), recipe));
    assertThat(CourseOfRun.of(Tiny.resume(run))).isEqualTo(straight);
  }

  @Test
  void a_training_does_not_end_well_without_its_last_checkpoint() {
    FullAfter disk = new FullAfter(EVERYTHING);
    Path run = folder.resolve("run");
    assertThatThrownBy(() -> train(run, recipe, disk, full(disk, 7, -1)))
        .isInstanceOf(FigmentException.class)
        .hasMessageStartingWith(run + ", step 8: the last checkpoint could not be written: ");
    assertThat(Tiny.newest(run).position().step()).isEqualTo(7);
  }

  @Test
  void wherever_the_disk_fills_the_run_goes_on_to_the_same_end() throws IOException {
    Recipe shorter = recipe.with("train.steps", 4);
    Path whole = folder.resolve("straight");
    FullAfter counting = new FullAfter(EVERYTHING);
    train(whole, shorter, counting);
    CourseOfRun straight = CourseOfRun.of(whole);
    int failures = 0;
    for (int i : Moments.upTo(PARTS, FEW)) {
      Path run = folder.resolve("run-" + i);
      FullAfter disk = new FullAfter(counting.written() * i / (PARTS + 1));
      failures += fails(run, shorter, disk) ? 1 : 0;
      assertThat(CourseOfRun.of(goneOnWith(run, shorter))).as("part %d", i).isEqualTo(straight);
    }
    assertThat(failures).isGreaterThanOrEqualTo(FEW / 2);
  }

  private static boolean fails(Path run, Recipe recipe, FullAfter disk) {
    try {
      train(run, recipe, disk);
      return false; // only pictures of the whole course are missing
    } catch (FigmentException e) {
      assertThat(e).hasMessageContaining("No space left on device");
      assertThat(e.exitCode()).isEqualTo(ExitCode.DISK);
      return true;
    }
  }

  private static Path goneOnWith(Path run, Recipe recipe) {
    if (Files.exists(run)) {
      RunFolder.open(run).checkpoints().all().forEach(Checkpoint::verify);
      return Tiny.resume(run);
    }
    return Tiny.train(run, recipe);
  }
}
