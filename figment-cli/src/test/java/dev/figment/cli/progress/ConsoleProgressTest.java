package dev.figment.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.metric.Validation;
import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.train.Clock;
import dev.figment.train.TrainRecipe;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsoleProgressTest {
  @Test
  void a_validation_is_said_in_a_line_without_the_single_seeds() {
    StringWriter said = new StringWriter();
    Clock clock = new Clock(new TrainRecipe(10, 2, null, null), 100);
    clock.resumeAt(15, 150);
    Map<String, Double> means =
        new TreeMap<>(Map.of("elbo", -244.763, "mse", 0.01492, "seed1/accuracy/frozen", 0.7));
    try (ConsoleProgress progress = ConsoleProgress.on(new PrintWriter(said))) {
      progress.onStart(clock);
      progress.onValidation(clock, new Validation(20, means));
    }
    assertThat(said.toString().strip())
        .isEqualTo("test split at epoch 1.50  elbo -244.8  mse 0.01492");
  }

  @Test
  void the_accuracy_at_a_snapshot_is_said_in_a_line() {
    StringWriter said = new StringWriter();
    Clock clock = new Clock(new TrainRecipe(10, 2, null, null), 100);
    clock.resumeAt(15, 150);
    try (ConsoleProgress progress = ConsoleProgress.on(new PrintWriter(said))) {
      progress.onAccuracy(clock, new DiscriminatorAccuracy(100, 0.98, 1));
    }
    assertThat(said.toString().strip())
        .isEqualTo("accuracy at step 15  real 98 %  generated 100 %");
  }

  @Test
  void seconds_of_an_epoch_stand_beside_the_validation() {
    StringWriter said = new StringWriter();
    Clock clock = new Clock(new TrainRecipe(10, 2, null, null), 100);
    try (ConsoleProgress progress = ConsoleProgress.on(new PrintWriter(said))) {
      progress.onStart(clock);
      clock.resumeAt(15, 150);
      progress.onValidation(clock, new Validation(20, Map.of("elbo", -244.763)));
    }
    assertThat(said.toString().strip())
        .matches("test split at epoch 1\\.50  elbo -244\\.8  \\d+\\.\\d s per epoch");
    assertThat(EpochTime.words(Duration.ofMillis(900), 0.5)).isEqualTo("1.8 s per epoch");
    assertThat(EpochTime.words(Duration.ofSeconds(31), 2)).isEqualTo("16 s per epoch");
  }
}
