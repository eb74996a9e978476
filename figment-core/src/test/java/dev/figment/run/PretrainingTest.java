package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import dev.figment.run.watching.Accuracies;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifiers with a pretrained encoder as runs: on drawn digits, small and few. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PretrainingTest {
  @TempDir Path folder;

  /** 5,000 digits of five kinds; 50 steps an epoch. */
  private static Recipe digits() {
    return RecipeFormat.read(
        """
        recipe: few-labels
        data: {set: glyphs, split: test, classes: ['0', '1', '2', '3', '4'], size: 14}
        model:
          pretrainedClassifier:
            autoencoder:
              encoder: [flatten, {dense: {units: 32, activation: selu}}, {dropout: 0.1}]
              decoder: [{dense: {units: 196, activation: sigmoid}}, {reshape: [14, 14, 1]}]
              optimizer: {adam: 3e-3}
            head: [{dense: {units: 5, activation: softmax}}]
            labels: 50
            seeds: 2
            epochs: {autoencoder: 2, frozen: 2}
            optimizer: {frozen: {adam: 1e-2}, fineTuned: {adam: 1e-3}, scratch: {adam: 1e-3}}
        train: {batch: 100, epochs: 6}
        watch: {tickSteps: 50, validation: {examples: 1000}, snapshots: {grid: 2x5}}
        """,
        "few-labels.yaml");
  }

  /** The same, with epochs of two steps. */
  private static Recipe brief() {
    return digits()
        .with("train.batch", 2500)
        .with("train.epochs", 4)
        .with("model.pretrainedClassifier.epochs.autoencoder", 1)
        .with("model.pretrainedClassifier.epochs.frozen", 1);
  }

  @Test
  void it_learns_to_tell_digits_and_writes_down_how_well() {
    Path run = Tiny.train(folder.resolve("run"), digits());
    Accuracies accuracies = Accuracies.of(new RunFolder(run));
    assertThat(accuracies.bySeed()).containsOnlyKeys("frozen", "fineTuned", "scratch");
    assertThat(accuracies.examples()).isEqualTo(1000);
    for (String kind : accuracies.bySeed().keySet()) {
      assertThat(accuracies.bySeed().get(kind)).hasSize(2);
      assertThat(accuracies.mean(kind)).as(kind).isGreaterThan(0.5); // chance is 0.2
    }
    assertThat(run.resolve("accuracies.txt")).hasContent(accuracies.toString());
    assertThat(run.resolve("validation.png")).isNotEmptyFile();
    assertThat(measuredIn(run, 1)).contains("mse").doesNotContain("accuracy/scratch");
    assertThat(measuredIn(run, 3))
        .contains("mse", "accuracy/frozen", "accuracy/scratch", "seed2/accuracy/frozen");
    assertThat(measuredIn(run, 5))
        .contains("accuracy/fineTuned", "accuracy/scratch")
        .doesNotContain("accuracy/frozen");
  }

  private static Collection<String> measuredIn(Path run, int line) {
    return new JsonLines(run.resolve("metrics.jsonl")).read().get(line).propertyNames();
  }

  @Test
  void a_run_resumed_between_pretraining_and_the_frozen_part_takes_the_encoder_over() {
    Path run = Tiny.train(folder.resolve("run"), brief(), 1);
    Map<String, String> first = Tiny.weights(run);
    assertThat(first.get("pretrained1.1.weight")).isNotEqualTo(first.get("encoder.1.weight"));
    Map<String, String> before = Tiny.weights(Tiny.resume(run, 2));
    Map<String, String> after = Tiny.weights(Tiny.resume(run, 3));
    assertThat(after.get("encoder.1.weight")).isEqualTo(before.get("encoder.1.weight"));
    assertThat(after.get("pretrained1.1.weight")).isEqualTo(before.get("encoder.1.weight"));
    assertThat(after.get("pretrained1.3.weight")).isNotEqualTo(before.get("pretrained1.3.weight"));
  }

  @Test
  void what_cannot_be_learned_from_makes_no_folder() {
    Path run = folder.resolve("run");
    Recipe many = digits().with("model.pretrainedClassifier.labels", 5001);
    assertThatThrownBy(() -> Run.create(run, many, Settings.DEFAULT))
        .hasMessage(
            "pretrainedClassifier: labels: expected at most 1000 of class 0, which is all that"
                + " glyphs has, got 1001. Lower labels: they are spread evenly over 5 classes.");
    assertThat(run).doesNotExist();
  }
}
