package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.data.ExampleForm;
import dev.figment.latent.Points;
import dev.figment.metric.ModeCoverage;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.recipe.Recipe;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.exploration.Trained;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example08AModelOfYourOwnTest {
  private static final Recipe RECIPE = ExampleRecipes.named("ring-flow-matching");

  @TempDir Path folder;

  @Test
  void samples_come_near_the_ring_of_eight() {
    Recipe recipe = RECIPE.with("train.steps", 800).with("watch.tickSteps", 400);

    ModeCoverage coverage = Example07PartsOfYourOwn.run(recipe, folder.resolve("run"));

    assertThat(coverage.covered(20)).as("of 20 and more good samples").isGreaterThanOrEqualTo(6);
  }

  /** Asks the run to stop after a step. */
  private static Listener stopping(Run run, long step) {
    return new Listener() {
      @Override
      public void onStep(Clock clock) {
        if (clock.step() == step) {
          run.stop();
        }
      }
    };
  }

  @Test
  void a_run_that_was_stopped_goes_on_to_the_same_bits() throws IOException {
    Recipe recipe = RECIPE.with("train.steps", 8).with("watch.snapshots.everySteps", 4);
    Path whole = folder.resolve("whole");
    Path stopped = folder.resolve("stopped");
    try (Run run = Run.create(whole, recipe, Settings.DEFAULT)) {
      run.train();
    }
    try (Run run = Run.create(stopped, recipe, Settings.DEFAULT)) {
      run.train(stopping(run, 5));
    }
    try (Run run = Run.open(stopped, Settings.DEFAULT)) {
      run.train();
      Trained trained = run.trained();
      Points samples = trained.vectorsAt(trained.randomPoints(3, 1), null);
      assertThat(samples.count()).isEqualTo(3);
    }
    String weights = "checkpoints/step-00000008/weights.safetensors";
    assertThat(Files.readAllBytes(stopped.resolve(weights)))
        .isEqualTo(Files.readAllBytes(whole.resolve(weights)));
    assertThat(stopped.resolve("fakes-000004.png")).isRegularFile();
    assertThat(stopped.resolve("losses.png")).isRegularFile();
  }

  @Test
  void a_network_that_gives_another_shape_is_refused() {
    assertThatThrownBy(() -> RECIPE.model().architectures(ExampleForm.of(Shape.vector(3))))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining(
            "expected the network to give a velocity of 3, as the data is, got 2");
  }
}
