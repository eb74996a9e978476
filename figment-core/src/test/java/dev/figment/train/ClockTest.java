package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockTest {
  private static Clock clock(Integer epochs, Long steps, Double kimg) {
    return new Clock(new TrainRecipe(10, epochs, steps, kimg), 105);
  }

  private static Clock after(Clock clock, long steps) {
    for (long i = 0; i < steps; i++) {
      clock.advance(10);
    }
    return clock;
  }

  private static long stepsToTheEnd(Clock clock) {
    while (!clock.isFinished()) {
      clock.advance(10);
    }
    return clock.step();
  }

  @Test
  void an_epoch_is_as_many_steps_as_full_batches_fit() {
    assertThat(clock(1, null, null).epochLength()).isEqualTo(new EpochLength(10, 1));
    assertThat(after(clock(4, null, null), 25).epoch()).isEqualTo(2.5);
  }

  @Test
  void a_step_of_accumulated_batches_is_one() {
    TrainRecipe train = TrainRecipe.ofBatch(10).withEpochs(2).withAccumulate(3);
    Clock clock = new Clock(train, 105);
    assertThat(clock.epochLength()).isEqualTo(new EpochLength(3, 1));
    assertThat(clock.totalSteps()).isEqualTo(6);
    assertThat(new Clock(train.withKimg(0.3).withEpochs(null), 105).totalSteps()).isEqualTo(10);
  }

  @Test
  void a_step_of_a_set_that_is_smaller_than_a_batch_is_several_epochs() {
    Clock clock = new Clock(new TrainRecipe(10, 8, null, null), 4);
    assertThat(clock.totalSteps()).isEqualTo(4); // 3.2 rounded up
    assertThat(after(clock, 1).epoch()).isEqualTo(2.5);
    assertThat(stepsToTheEnd(clock)).isEqualTo(4);
    assertThat(clock.images()).isEqualTo(40); // of 4 images, ten passes
    assertThat(clock.epoch()).isEqualTo(10);
  }

  @Test
  void what_is_due_each_so_many_epochs_is_due_with_the_step_that_reaches_them() {
    Clock clock = new Clock(new TrainRecipe(10, 30, null, null), 4); // 2.5 epochs a step
    List<Long> due = new ArrayList<>();
    while (clock.step() < 10) {
      clock.advance(10);
      if (new Schedule(4, null, null).isDue(clock)) {
        due.add(clock.step());
      }
    }
    assertThat(due).containsExactly(2L, 4L, 5L, 7L, 8L, 10L); // 5, 10, 12.5, 17.5, 20 and 25
  }

  @Test
  void kimg_counts_thousands_of_real_images() {
    Clock clock = after(clock(9, null, null), 25);
    assertThat(clock.images()).isEqualTo(250);
    assertThat(clock.kimg()).isEqualTo(0.25);
  }

  @Test
  void a_multiple_of_kimg_is_reached_with_one_step_alone() {
    Clock clock = clock(9, null, null);
    List<Long> reached = new ArrayList<>();
    while (clock.step() < 12) {
      clock.advance(10);
      if (clock.reachesMultipleOf(0.025)) {
        reached.add(clock.step());
      }
    }
    assertThat(reached).containsExactly(3L, 5L, 8L, 10L);
  }

  @Test
  void the_length_that_is_reached_first_ends_it() {
    assertThat(stepsToTheEnd(clock(3, null, null))).isEqualTo(30);
    assertThat(stepsToTheEnd(clock(null, 7L, null))).isEqualTo(7);
    assertThat(stepsToTheEnd(clock(null, null, 0.11))).isEqualTo(11);
    assertThat(stepsToTheEnd(clock(3, 7L, 0.11))).isEqualTo(7);
    assertThat(stepsToTheEnd(clock(3, 40L, 0.11))).isEqualTo(11);
    assertThat(stepsToTheEnd(clock(1, 40L, 0.11))).isEqualTo(10);
  }

  @Test
  void the_total_is_known_from_the_start() {
    assertThat(clock(3, null, null).totalSteps()).isEqualTo(30);
    assertThat(clock(3, 7L, null).totalSteps()).isEqualTo(7);
    assertThat(clock(null, null, 0.11).totalSteps()).isEqualTo(11);
    assertThat(clock(1, null, 0.11).totalSteps()).isEqualTo(10);
  }

  @Test
  void the_total_in_kimg_follows_what_steps_really_show() {
    Clock clock = clock(null, null, 0.1);
    clock.advance(5);
    assertThat(clock.totalSteps()).isEqualTo(20);
  }

  @Test
  void a_resumed_clock_goes_on() {
    Clock clock = clock(null, 7L, null);
    clock.resumeAt(5, 50);
    assertThat(clock.isFinished()).isFalse();
    assertThat(stepsToTheEnd(clock)).isEqualTo(7);
    assertThat(clock.images()).isEqualTo(70);
  }

  @Test
  void a_training_without_a_length_is_refused() {
    assertThatThrownBy(() -> new TrainRecipe(10, null, null, null))
        .hasMessage("train: expected epochs, steps or kimg, got none of them");
    assertThatThrownBy(() -> new TrainRecipe(10, 0, null, null))
        .hasMessage("train.epochs: expected at least 1, got 0");
    assertThatThrownBy(() -> new TrainRecipe(10, null, 0L, null))
        .hasMessage("train.steps: expected at least 1, got 0");
    assertThatThrownBy(() -> new TrainRecipe(10, null, null, 0.0))
        .hasMessage("train.kimg: expected above 0, got 0.0");
    assertThatThrownBy(() -> new TrainRecipe(0, 1, null, null))
        .hasMessage("train.batch: expected at least 1, got 0");
  }

  private static List<Long> due(Schedule schedule) {
    Clock clock = clock(3, null, null);
    List<Long> steps = new ArrayList<>();
    while (!clock.isFinished()) {
      clock.advance(10);
      if (schedule.isDue(clock)) {
        steps.add(clock.step());
      }
    }
    return steps;
  }

  @Test
  void schedules_are_due_at_intervals_at_listed_steps_and_at_the_end() {
    assertThat(due(new Schedule(1, null, null))).containsExactly(10L, 20L, 30L);
    assertThat(due(new Schedule(2, null, null))).containsExactly(20L, 30L);
    assertThat(due(new Schedule(null, 12, null))).containsExactly(12L, 24L, 30L);
    assertThat(due(new Schedule(null, null, List.of(1L, 5L)))).containsExactly(1L, 5L, 30L);
    assertThat(due(new Schedule(1, 15, List.of(2L)))).containsExactly(2L, 10L, 15L, 20L, 30L);
    assertThat(due(new Schedule(null, null, null))).containsExactly(30L);
  }

  @Test
  void an_interval_of_nothing_is_refused() {
    assertThatThrownBy(() -> new Schedule(0, null, null))
        .hasMessage("everyEpochs: expected at least 1, got 0");
    assertThatThrownBy(() -> new Schedule(null, -1, null))
        .hasMessage("everySteps: expected at least 1, got -1");
  }

  @Test
  void a_grid_is_written_rows_by_columns() {
    assertThat(Grid.of("3x4")).isEqualTo(new Grid(3, 4)).hasToString("3x4");
    assertThat(Grid.of("3×4").count()).isEqualTo(12);
    assertThatThrownBy(() -> Grid.of("3*4"))
        .hasMessage("grid: expected rows and columns as in 10x10, got 3*4");
    assertThatThrownBy(() -> Grid.of("0x4")).hasMessage("grid: expected at least 1x1, got 0x4");
  }
}
