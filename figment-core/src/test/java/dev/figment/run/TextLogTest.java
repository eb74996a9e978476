package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code log.txt} says of a training. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextLogTest {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  ";

  @TempDir private Path folder;

  private Recipe recipe() {
    return Tiny.recipe(folder).with("watch.snapshots.everySteps", 3);
  }

  /** Without times. */
  private static List<String> lines(Path run) throws IOException {
    List<String> lines = Files.readAllLines(run.resolve("log.txt"));
    assertThat(lines).allMatch(line -> line.matches(TIME + ".*"));
    return lines.stream().map(line -> line.substring(21)).toList();
  }

  @Test
  void it_begins_with_what_is_trained_of_what_and_on_what() throws IOException {
    List<String> lines = lines(Tiny.train(folder.resolve("run"), recipe()));
    assertThat(lines.get(0)).isEqualTo("=== start");
    assertThat(lines.get(1)).isEqualTo("recipe    tiny");
    assertThat(lines.get(2)).startsWith("command   ");
    assertThat(lines.get(3)).matches("figment   .*, Java .* on .*");
    assertThat(lines.get(4)).matches("engine    libtorch .*, threads \\d+");
    assertThat(lines.get(5)).isEqualTo("data      24 examples of 8×8×1");
    assertThat(lines.get(6))
        .matches("networks  generator with \\d+ parameters, discriminator with \\d+ parameters");
    assertThat(lines.get(7)).isEqualTo("training  6 steps in batches of 5, seed 1, on CPU");
  }

  @Test
  void it_goes_on_with_ticks_what_is_measured_and_what_is_written() throws IOException {
    List<String> lines = lines(Tiny.train(folder.resolve("run"), recipe()));
    String course = String.join("\n", lines.subList(8, lines.size()));
    assertThat(course)
        .matches(
            """
            step 2  epoch 0.50  0.0 kimg .* loss/generator .*
            wrote fakes-000003.png
            step 4 .*
            step 3: snapshot  evaluationAccuracy/fake .*  evaluationAccuracy/real .*
            step 6 .*
            wrote fakes-000006.png
            wrote checkpoints.step-00000006
            step 6: snapshot  evaluationAccuracy/fake .*
            finished at step 6\
            """);
  }

  @Test
  void a_training_that_goes_on_adds_to_it() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), recipe(), 4);
    assertThat(lines(run))
        .endsWith("wrote checkpoints/step-00000004", "stopped at step 4, as it was asked to");
    int before = lines(run).size();
    Tiny.resume(run);
    assertThat(lines(run).get(before)).isEqualTo("=== going on from step 4");
    assertThat(lines(run)).endsWith("finished at step 6").contains("=== start");
    assertThat(lines(run).stream().filter(line -> line.startsWith("step 3: "))).hasSize(1);
  }

  @Test
  void warnings_stand_below_the_heading() throws IOException {
    Tiny.recipe(folder); // draws pictures, which have no test split
    Recipe codec =
        ModelCase.codecs()
            .get(0)
            .recipe()
            .with("data.set", folder.resolve("pictures").toString())
            .with("train.batch", 5);
    Path run = Tiny.train(folder.resolve("run"), codec);
    assertThat(lines(run).get(8)).startsWith("warning: training goes on without validation: ");
  }

  @Test
  void a_training_that_fails_says_why() throws IOException {
    Path run = folder.resolve("run");
    try (Run opened = Run.create(run, recipe(), Settings.DEFAULT)) {
      assertThatThrownBy(() -> opened.train(new CrashAfter(5)))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(lines(run)).endsWith("ended by an error: crashed after step 5");
  }

  @Test
  void changed_learning_rates_are_said() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), recipe(), 4);
    Recipe other = recipe().with("model.gan.optimizer.generator.adam.learningRate", 2e-3);
    Files.writeString(run.resolve("recipe.yaml"), other.toYaml());
    Tiny.resume(run);
    assertThat(lines(run))
        .contains(
            "changed since step 4: model.gan.optimizer.generator.adam.learningRate: 0.001 →"
                + " 0.002");
  }

  @Test
  void a_log_and_events_that_cannot_be_written_stop_nothing() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), recipe(), 4);
    Files.delete(run.resolve("log.txt"));
    Files.createDirectory(run.resolve("log.txt"));
    assertThat(Tiny.newest(Tiny.resume(run)).position().step()).isEqualTo(6);
  }
}
