package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.model.Losses;
import dev.figment.model.Phase;
import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Network;
import dev.figment.nn.Shape;
import dev.figment.optim.Sgd;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatisticsTest {
  private final Network network =
      new Architecture("tested", Shape.vector(1), List.of(new Dense(1)))
          .create(RandomStream.named("init", 1), Device.CPU);
  private final Phase phase =
      Phase.of("discriminator", batch -> loss(0), network.parameters().trainable(), new Sgd(1));
  private final Statistics statistics = new Statistics();
  private int measured;

  @AfterEach
  void free() {
    statistics.close();
    phase.optimizer().close();
    network.close();
  }

  @Test
  void a_loss_counts_in_every_step() {
    for (int step = 1; step <= 4; step++) {
      statistics.record(phase, step, loss(step));
    }
    assertThat(statistics.take()).containsEntry("loss/discriminator", 2.5);
  }

  @Test
  void what_is_watched_is_measured_in_the_first_step_of_a_tick_and_in_every_tenth() {
    for (int step = 1; step <= 30; step++) {
      statistics.record(phase, step, watched("scores/real", step));
      statistics.drainBefore(step);
    }
    assertThat(measured).isEqualTo(4);
    assertThat(statistics.take()).containsEntry("scores/real", (1 + 10 + 20 + 30) / 4.0);
  }

  @Test
  void of_two_updates_in_a_step_each_is_measured() {
    for (int step = 1; step <= 20; step++) {
      statistics.record(phase, step, watched("scores/real", step));
      statistics.record(phase, step, watched("scores/fake", -step));
      statistics.drainBefore(step);
    }
    assertThat(statistics.take())
        .containsEntry("scores/real", 31 / 3.0)
        .containsEntry("scores/fake", -31 / 3.0);
  }

  @Test
  void after_a_resume_the_same_steps_are_measured() {
    statistics.record(phase, 1, watched("scores/real", 1));
    statistics.drain();
    try (Statistics resumed = new Statistics()) {
      resumed.restore(statistics.unreported());
      for (int step = 2; step <= 10; step++) {
        resumed.record(phase, step, watched("scores/real", step));
      }
      assertThat(resumed.take()).containsEntry("scores/real", 5.5);
    }
  }

  private static Losses loss(double value) {
    return Losses.of(Tensor.full(value));
  }

  private Losses watched(String name, double value) {
    return loss(0)
        .watching(
            name,
            () -> {
              measured++;
              return Tensor.full(value);
            });
  }
}
