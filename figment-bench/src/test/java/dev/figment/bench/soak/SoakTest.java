package dev.figment.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hour of {@code figment-bench/soak}, in seconds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SoakTest {
  @TempDir private Path folder;

  private static Reading reading(long heap, long pointers) {
    return new Reading(0, heap << 20, 0, pointers, List.of(), 0);
  }

  private static Readings readings(List<Reading> some) {
    Readings readings = new Readings();
    some.forEach(readings::add);
    return readings;
  }

  @Test
  void what_grows_after_the_first_quarter_is_named() {
    assertThat(
            readings(List.of(reading(1, 1), reading(50, 7), reading(55, 7), reading(60, 8)))
                .growth())
        .containsExactly("heap by 10.0 MB", "native objects by 1.0");
  }

  @Test
  void what_is_there_by_then_is_not() {
    assertThat(readings(List.of(reading(1, 1), reading(50, 7), reading(50, 7))).growth())
        .as("the first of three is the first quarter")
        .isNotEmpty();
    assertThat(
            readings(List.of(reading(1, 1), reading(50, 7), reading(48, 7), reading(51, 7)))
                .growth())
        .isEmpty();
  }

  @Test
  void files_that_stay_open_are_named() {
    Reading before = new Reading(1, 0, 0, 0, List.of("a.zip"), 0);
    Reading after = new Reading(2, 0, 0, 0, List.of("a.zip", "b.zip"), 0);
    assertThat(readings(List.of(before, after, after, after)).growth()).isEmpty();
    assertThat(readings(List.of(before, before, after, after)).growth())
        .containsExactly("open files by 1.0 [b.zip]");
  }

  @Test
  void a_training_with_snapshots_metrics_and_checkpoints_holds_on_to_nothing() {
    Readings readings =
        LongTraining.run(
            folder.resolve("run"), LongTraining.recipe(4, "swd50"), Pace.ofSteps(80, 8));
    assertThat(readings.all()).hasSize(8);
    assertThat(readings.growth()).noneMatch(each -> each.matches("(native|open).*"));
    assertThat(folder.resolve("run/metrics.png")).isNotEmptyFile();
  }

  @Test
  void models_that_were_closed_leave_nothing_behind() {
    Readings readings = ManyModels.run(folder, 16, 4);
    assertThat(readings.all()).hasSize(4);
    assertThat(readings.growth()).noneMatch(each -> each.matches("(native|open).*"));
    assertThat(folder).isEmptyDirectory();
  }
}
