package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.figment.format.EventRecords;
import dev.figment.format.ProtobufFields;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.JsonLines;
import dev.figment.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training as TensorBoard shows it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventLogTest {
  @TempDir private Path folder;

  private Recipe recipe() {
    return Tiny.recipe(folder).with("watch.snapshots.everySteps", 3);
  }

  private Path run(String name, Recipe recipe) {
    return Tiny.train(folder.resolve(name), recipe);
  }

  /** As they stand in a file of lines, in the form of {@link EventRecords#scalars}. */
  private static List<String> written(Path file, String name) {
    return new JsonLines(file)
        .read().stream()
            .map(line -> line.get("step") + " " + (float) line.get(name).asDouble())
            .toList();
  }

  @Test
  void statistics_are_scalars_under_their_names() throws IOException {
    Path run = run("run", recipe());
    assertThat(EventRecords.scalars(run, "loss/generator"))
        .isEqualTo(written(run.resolve("stats.jsonl"), "loss/generator"))
        .hasSize(3);
    assertThat(EventRecords.scalars(run, "training/kimg"))
        .isEqualTo(written(run.resolve("stats.jsonl"), "kimg"));
    assertThat(EventRecords.scalars(run, "evaluationAccuracy/real"))
        .isEqualTo(written(run.resolve("metrics.jsonl"), "evaluationAccuracy/real"))
        .hasSize(2);
    assertThat(EventRecords.tags(run)).doesNotContain("training/step", "examples");
  }

  @Test
  void validations_and_sample_metrics_are_scalars_of_their_steps() throws IOException {
    Recipe codec = ModelCase.codecs().get(0).recipe().with("watch.tickSteps", 1);
    Path path = folder.resolve("run");
    try (Run run = Run.create(path, codec, Settings.DEFAULT)) {
      run.train(
          Listener.ofTicks(
              tick ->
                  new JsonLines(path.resolve("metrics.jsonl"))
                      .append(
                          Map.of(
                              "step",
                              tick.step() - 1,
                              "samples",
                              "train",
                              "fd10k-features",
                              2.5,
                              "standardErrors",
                              Map.of("fd10k-features", 0.1)))));
    }
    assertThat(EventRecords.scalars(path, "metrics/fd10k-features")).contains("0 2.5", "1 2.5");
    assertThat(EventRecords.tags(path)).contains("validation/mse").doesNotContain("metrics/step");
  }

  @Test
  void snapshots_are_the_very_files() throws IOException {
    Path run = run("run", recipe());
    for (String name : List.of("fakes-000003.png", "fakes-000006.png", "reals.png")) {
      String tag = name.replaceAll("-.*|\\.png", "");
      long step = name.startsWith("reals") ? 0 : Long.parseLong(name.replaceAll("\\D", ""));
      assertThat(image(run, tag, step)).isEqualTo(Files.readAllBytes(run.resolve(name)));
    }
    Path codec = run("codec", ModelCase.codecs().get(0).recipe());
    assertThat(EventRecords.tags(codec)).contains("reconstructions");
  }

  private static byte[] image(Path run, String tag, long step) throws IOException {
    return EventRecords.of(EventRecords.files(run).get(0)).stream()
        .filter(event -> event.number(2) == step)
        .flatMap(event -> EventRecords.values(event, tag).stream())
        .map(value -> value.message(4).bytes(4))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_recipe_is_a_text() throws IOException {
    Path run = run("run", recipe());
    ProtobufFields event = EventRecords.of(EventRecords.files(run).get(0)).get(1);
    assertThat(EventRecords.values(event, "recipe").get(0).message(8).text(8))
        .isEqualTo("```yaml\n" + recipe().toYaml() + "\n```");
  }

  @Test
  void histograms_are_there_where_they_are_asked_for() throws IOException {
    Path plain = run("plain", recipe());
    assertThat(EventRecords.tags(plain)).noneMatch(tag -> tag.contains("weight"));
    Path run = run("run", recipe().with("watch.tensorBoard.histograms", true));
    assertThat(EventRecords.tags(run))
        .contains(
            "gradients/generator/generator.0.weight",
            "parameters/generator/generator.0.weight",
            "gradients/discriminator/discriminator.0.bias");
    List<ProtobufFields> gradients =
        EventRecords.of(EventRecords.files(run).get(0)).stream()
            .flatMap(
                event ->
                    EventRecords.values(event, "gradients/generator/generator.0.weight").stream())
            .map(value -> value.message(5))
            .toList();
    assertThat(gradients).hasSize(3).allMatch(each -> each.decimal(3) == 4 * 32);
    assertThat(gradients).allMatch(each -> each.decimal(1) < 0 && each.decimal(2) > 0);
  }

  @Test
  void a_norm_is_that_of_the_gradients_in_the_histograms() throws IOException {
    Path run =
        run("run", recipe().with("watch.tensorBoard.histograms", true).with("watch.tickSteps", 1));
    double squares = 0;
    for (ProtobufFields event : EventRecords.of(EventRecords.files(run).get(0))) {
      for (String tag : EventRecords.tags(run)) {
        if (event.number(2) == 1 && tag.startsWith("gradients/generator/")) {
          for (ProtobufFields value : EventRecords.values(event, tag)) {
            squares += value.message(5).decimal(5);
          }
        }
      }
    }
    String norm = EventRecords.scalars(run, "gradients/generator").get(0);
    assertThat(Math.sqrt(squares))
        .isCloseTo(Double.parseDouble(norm.substring(2)), withPercentage(1e-3));
  }

  @Test
  void events_change_no_number_of_the_training() throws IOException {
    Recipe off =
        recipe().with("watch.tensorBoard", "{scalars: false, images: false, histograms: false}");
    Path without = run("without", off);
    Path with = run("with", recipe().with("watch.tensorBoard.histograms", true));
    assertThat(Tiny.numbers(with)).isEqualTo(Tiny.numbers(without));
    assertThat(EventRecords.files(without)).isEmpty();
    assertThat(EventRecords.files(with)).hasSize(1);
  }

  @Test
  void a_training_that_goes_on_has_a_file_for_each_stretch() throws IOException {
    Path run = Tiny.train(folder.resolve("run"), recipe().with("watch.tickSteps", 1), 4);
    Tiny.resume(run);
    List<Path> files = EventRecords.files(run);
    assertThat(files).hasSize(2);
    ProtobufFields restart = EventRecords.of(files.get(1)).get(1);
    assertThat(restart.number(2)).isEqualTo(5);
    assertThat(restart.message(7).number(1)).isEqualTo(1);
    assertThat(EventRecords.scalars(run, "loss/generator"))
        .isEqualTo(written(run.resolve("stats.jsonl"), "loss/generator"))
        .hasSize(6);
    assertThat(EventRecords.scalars(run, "evaluationAccuracy/real")).hasSize(2);
    Tiny.resume(run); // it is finished
    assertThat(EventRecords.files(run)).hasSize(2);
  }
}
