package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.metric.Measurement;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.run.evaluation.Sampling;
import dev.figment.run.exploration.Trained;
import dev.figment.run.folder.CheckpointChoice;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.folder.SampleResult;
import dev.figment.run.folder.SampleResults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchedMetricsTest {
  @TempDir private Path folder;

  private Recipe watched(String... names) {
    Map<String, Object> metrics = Map.of("everySteps", 2, "names", List.of(names));
    return RecipeFormat.changed(Tiny.recipe(folder), Map.of("watch.metrics", metrics));
  }

  private static List<SampleResult> results(Path run) {
    return new SampleResults(RunFolder.open(run)).all();
  }

  @Test
  void looking_changes_no_weight() {
    Path plain = Tiny.train(folder.resolve("plain"), Tiny.recipe(folder));
    Path watched = Tiny.train(folder.resolve("watched"), watched("swd20", "fd20-features"));
    assertThat(Tiny.numbers(watched)).isEqualTo(Tiny.numbers(plain));
  }

  @Test
  void each_time_there_is_a_line_with_its_protocol_and_a_curve_of_each() {
    Path run = Tiny.train(folder.resolve("run"), watched("swd20", "fd20-features"));
    assertThat(results(run)).extracting(SampleResult::step).containsExactly(2L, 4L, 6L);
    SampleResult last = results(run).get(2);
    assertThat(last.kimg()).isEqualTo(0.03);
    assertThat(last.reference()).isEqualTo("train");
    assertThat(last.values()).containsKeys("swd20", "swd20/8", "fd20-features");
    assertThat(last.protocol())
        .containsEntry("generated", "20")
        .containsEntry("reference", "24")
        .containsEntry("extractor", "classifier")
        .containsEntry("weights", "raw")
        .containsEntry("prior", "normal");
    assertThat(run.resolve("metrics.png")).isNotEmptyFile();
  }

  @Test
  void a_training_that_was_stopped_measures_what_one_in_a_row_would() {
    Path straight = Tiny.train(folder.resolve("straight"), watched("swd20"));
    Path stopped = Tiny.train(folder.resolve("stopped"), watched("swd20"), 3);
    Tiny.resume(stopped);
    assertThat(results(stopped)).isEqualTo(results(straight));
  }

  @Test
  void the_checkpoint_of_the_best_by_the_first_metric_stays() {
    Path run = Tiny.train(folder.resolve("run"), watched("swd20"));
    double lowest =
        results(run).stream().mapToDouble(each -> each.values().get("swd20")).min().orElseThrow();
    try (Run best = Run.open(run, Settings.DEFAULT.withCheckpoint(CheckpointChoice.BEST))) {
      long step = best.trained().position().step();
      assertThat(results(run))
          .filteredOn(each -> each.step() == step)
          .singleElement()
          .satisfies(each -> assertThat(each.values().get("swd20")).isEqualTo(lowest));
    }
  }

  @Test
  void an_evaluation_of_the_same_weights_says_the_same() {
    Path path = Tiny.train(folder.resolve("run"), watched("swd20"));
    double watched = results(path).get(2).values().get("swd20");
    try (Run run = Run.open(path, Settings.DEFAULT)) {
      Trained trained = run.trained();
      List<Measurement> measured =
          Sampling.of(trained, 20, 1)
              .carryOut(run, trained, List.of("swd20"), Progress.NONE)
              .measurements();
      assertThat(measured.get(0).estimate().mean()).isEqualTo(watched);
    }
    assertThat(results(path)).hasSize(4);
  }

  @Test
  void a_model_that_does_not_sample_is_refused_with_what_measures_it() {
    Map<String, Object> metrics = Map.of("names", List.of("swd"));
    Recipe recipe =
        RecipeFormat.changed(TinyCodecs.autoencoder(folder), Map.of("watch.metrics", metrics));
    try (Run run = Run.create(folder.resolve("run"), recipe, Settings.DEFAULT)) {
      assertThatThrownBy(run::train)
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith(
              "watch.metrics: expected a model that samples, got one that can ");
    }
  }

  @Test
  void features_of_a_set_without_classes_are_refused_with_the_ways_out() throws Exception {
    Recipe labeled = Tiny.recipe(folder);
    Path flat = Files.createDirectories(folder.resolve("flat"));
    try (var pictures = Files.list(folder.resolve("pictures/bars"))) {
      for (Path each : pictures.toList()) {
        Files.copy(each, flat.resolve(each.getFileName()));
      }
    }
    Recipe recipe =
        RecipeFormat.changed(
            labeled,
            Map.of("data.set", flat.toString(), "watch.metrics", Map.of("names", List.of("fd10"))));
    try (Run run = Run.create(folder.resolve("run"), recipe, Settings.DEFAULT)) {
      assertThatThrownBy(run::train)
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("metrics fd10-features: expected a set with classes")
          .hasMessageContaining("Ask for swd, ms-ssim or nearest");
    }
  }

  @Test
  void more_images_than_there_are_real_ones_to_compare_are_refused() {
    try (Run run = Run.create(folder.resolve("run"), watched("swd25"), Settings.DEFAULT)) {
      assertThatThrownBy(run::train)
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "metrics swd25: expected no more images than the 24 real ones, since as many are"
                  + " compared, got 25. Ask for swd24.");
    }
  }

  @Test
  void a_name_that_there_is_not_is_refused_where_it_stands() {
    assertThatThrownBy(() -> watched("fdi"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no metric fdi of samples; did you mean fd");
  }
}
