package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.model.Codec;
import dev.figment.recipe.Recipe;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.run.folder.JsonLines;
import dev.figment.train.Clock;
import dev.figment.train.ExpectedTensors;
import dev.figment.train.Listener;
import dev.figment.train.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of model promises, whatever it learns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelContractTest {
  @TempDir Path folder;

  static List<ModelCase> cases() {
    return ModelCase.all();
  }

  static List<ModelCase> codecs() {
    return ModelCase.codecs();
  }

  static List<ModelCase> samplers() {
    return ModelCase.samplers();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_same_recipe_trains_to_the_same_numbers_and_looking_changes_nothing(ModelCase each) {
    Recipe watched =
        each.recipe().with("watch.snapshots.everySteps", 1).with("watch.validation.everySteps", 1);
    assertThat(Tiny.numbers(Tiny.train(folder.resolve("watched"), watched)))
        .isEqualTo(Tiny.numbers(Tiny.train(folder.resolve("once"), each.recipe())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_run_interrupted_now_and_then_goes_on_as_if_never_stopped(ModelCase each) {
    Path straight = Tiny.train(folder.resolve("straight"), each.recipe());
    Path run = Tiny.train(folder.resolve("stopped"), each.recipe(), 1);
    for (int stop : new int[] {2, 4, 5}) {
      Tiny.resume(run, stop);
    }
    assertThat(Tiny.numbers(Tiny.resume(run))).isEqualTo(Tiny.numbers(straight));
    assertThat(new JsonLines(run.resolve("metrics.jsonl")).read())
        .isEqualTo(new JsonLines(straight.resolve("metrics.jsonl")).read());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void its_tensors_are_known_before_it_is_made(ModelCase each) {
    Path run = Tiny.train(folder.resolve("run"), each.recipe(), 1);
    Weights weights = Tiny.newest(run).weights();
    Map<String, long[]> made = new TreeMap<>();
    weights.names().forEach(name -> made.put(name, weights.shape(name)));
    ExampleForm form = CheckpointMetadata.exampleForm(weights, each.recipe());
    Map<String, long[]> known =
        ExpectedTensors.of(each.recipe().model().architectures(form)).shapes();
    assertThat(known).containsOnlyKeys(made.keySet());
    known.forEach((name, shape) -> assertThat(shape).as(name).isEqualTo(made.get(name)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_parameter_learns(ModelCase each) {
    Path run = folder.resolve("run");
    Map<String, String> early = Tiny.weights(Tiny.train(folder.resolve("early"), each.recipe(), 1));
    Map<String, String> late = Tiny.weights(Tiny.train(run, each.recipe()));
    assertThat(late.keySet()).isEqualTo(early.keySet());
    late.keySet().removeIf(name -> !ModelCase.learns(name));
    late.forEach((name, values) -> assertThat(values).as(name).isNotEqualTo(early.get(name)));
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void its_validation_is_written_down_and_its_pictures_drawn(ModelCase each) {
    Path run = folder.resolve("run");
    List<String> told = new ArrayList<>();
    try (Run created = Run.create(run, each.recipe(), Settings.DEFAULT)) {
      created.train(
          new Listener() {
            @Override
            public void onValidation(Clock clock, dev.figment.metric.Validation result) {
              told.add(clock.step() + " " + result.means());
            }
          });
    }
    assertThat(told).hasSizeGreaterThan(1);
    assertThat(new JsonLines(run.resolve("metrics.jsonl")).read())
        .hasSameSizeAs(told)
        .allSatisfy(line -> assertThat(line.path("mse").asDouble()).isPositive())
        .allSatisfy(line -> assertThat(line.path("examples").asInt()).isEqualTo(20));
    assertThat(run).isDirectoryContaining("glob:**/reconstructions-0000*.png");
    assertThat(run.resolve("validation.png")).exists();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void what_it_encodes_it_decodes_to_its_reconstruction(ModelCase each) {
    Path run = Tiny.train(folder.resolve("run"), each.recipe());
    assertThat(Files.exists(run.resolve("checkpoints"))).isTrue();
    try (Run opened = Run.open(run, Settings.DEFAULT)) {
      ImageSet some = opened.data(Split.TEST).only(IntStream.range(0, 250).toArray());
      Trained trained = opened.trained();
      float[] points = trained.encode(some);
      int size = trained.as(Codec.class, "encode").latentSize();
      assertThat(points).hasSize(250 * size);
      int[] classes = trained.codec().classes() == 0 ? null : some.labels();
      assertThat(trained.decode(points, classes).pixels())
          .isEqualTo(trained.reconstruct(some).reconstructions());
    }
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void its_samples_are_drawn_and_are_the_same_once_opened(ModelCase each) {
    Path run = Tiny.train(folder.resolve("run"), each.recipe());
    assertThat(run).isDirectoryContaining("glob:**/fakes-0000*.png");
    try (Run opened = Run.open(run, Settings.DEFAULT)) {
      Samples samples = opened.trained().sample(4, 1);
      assertThat(samples.count()).isEqualTo(4);
      assertThat(opened.trained().sample(4, 1).pixels()).isEqualTo(samples.pixels());
      assertThat(opened.trained().sample(4, 2).pixels()).isNotEqualTo(samples.pixels());
    }
  }
}
