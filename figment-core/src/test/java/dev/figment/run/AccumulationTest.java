package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.format.Safetensors;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RecipeRevision;
import dev.figment.run.folder.RunFolder;
import dev.figment.train.profile.Profiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** {@code train.accumulate}: the mean of the gradients of several batches is one update. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccumulationTest {
  private static final int BATCH = 6;
  private static final int TIMES = 4;
  private static final String MAKES =
      "[{dense: {units: 16, activation: relu}}, {dense: {units: 64, activation: sigmoid}},"
          + " {reshape: [8, 8, 1]}]";
  private static final String JUDGES = "[flatten, {dense: 12}, {leakyRelu: 0.2}, {dense: 1}]";
  private static final String OPTIMIZERS =
      "optimizer: {generator: {sgd: 0.01}, discriminator: {sgd: 0.01}}";

  @TempDir Path folder;

  /** Models whose losses are means over examples, and which draw nothing but latents. */
  static Stream<ModelCase> withoutBatchStatistics() {
    return Stream.of(
        one(
            "autoencoder",
            """
            autoencoder:
              encoder: [flatten, {dense: {units: 5, activation: selu}}, {activityRegularization: {l1: 0.01}}]
              decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
              optimizer: {momentum: {learningRate: 0.1}}
            """),
        one(
            "layer-wise autoencoder",
            """
            autoencoder:
              encoder: [flatten, {dense: {units: 9, activation: selu}}, {dense: 4}]
              decoder: [{dense: {units: 9, activation: selu}}, {dense: 64}, {reshape: [8, 8, 1]}]
              loss: meanSquaredError
              layerwise: {epochs: 1, optimizer: {sgd: 0.1}}
              optimizer: {sgd: 0.1}
            """),
        one(
            "conditional VAE with a flow",
            """
            vae:
              latent: 3
              encoder: [flatten, {dense: {units: 8, activation: relu}}]
              decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
              flow: {steps: 2, hidden: 6, context: 4}
              labelUnits: 2
              optimizer: {sgd: 1e-3}
            """),
        one(
            "importance-weighted VAE",
            """
            vae:
              latent: 3
              encoder: [flatten, {dense: {units: 8, activation: relu}}]
              decoder: [{dense: {units: 64, activation: sigmoid}}, {reshape: [8, 8, 1]}]
              importanceSamples: 3
              optimizer: {sgd: 1e-3}
            """),
        gan("GAN", "loss: nonSaturating"),
        gan("GAN that updates on real and fake apart", "updates: separate\nreals: full"),
        gan(
            "GAN with classes, a penalty and a moving average",
            """
            loss: nonSaturating
            reals: full
            discriminatorSteps: 2
            labels: {mode: joined, units: 3}
            penalties: [r1: {gamma: 0.1}]
            ema: {halfLifeKimg: 0.05}
            """),
        gan("WGAN-GP", "loss: wasserstein\npenalties: [gradientPenalty]\nreals: full"));
  }

  private static ModelCase one(String name, String model) {
    return new ModelCase(name, model, "{batch: 24, epochs: 2}");
  }

  private static ModelCase gan(String name, String more) {
    String rest = "generator: %s\ndiscriminator: %s\n%s\n".formatted(MAKES, JUDGES, OPTIMIZERS);
    return one(name, "gan:\n" + ("latent: 4\n" + rest + more).indent(2));
  }

  private static Map<String, float[]> weights(Path run) {
    Safetensors read = Safetensors.read(Tiny.newest(run).folder().resolve("weights.safetensors"));
    Map<String, float[]> weights = new TreeMap<>();
    read.entries().keySet().forEach(name -> weights.put(name, read.floats(name)));
    return weights;
  }

  private static Recipe accumulated(Recipe large) {
    return large.with("train.batch", BATCH).with("train.accumulate", TIMES);
  }

  @ParameterizedTest
  @MethodSource("withoutBatchStatistics")
  void an_update_is_that_of_the_large_batch(ModelCase each) {
    Map<String, float[]> large = weights(Tiny.train(folder.resolve("large"), each.recipe()));
    Path run = Tiny.train(folder.resolve("run"), accumulated(each.recipe()));
    Map<String, float[]> weights = weights(run);
    assertThat(weights.keySet()).isEqualTo(large.keySet());
    weights.forEach(
        (name, values) -> {
          for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).as(name).isCloseTo(large.get(name)[i], within(2e-5f));
          }
        });
    Path start = Tiny.train(folder.resolve("start"), each.recipe(), 1);
    assertThat(Tiny.weights(start)).isNotEqualTo(Tiny.weights(run));
  }

  static List<ModelCase> families() {
    return ModelCase.all();
  }

  @ParameterizedTest
  @MethodSource("families")
  void every_model_learns_with_it(ModelCase each) {
    Recipe recipe = each.recipe().with("train.accumulate", 2).with("train.steps", 2);
    Path run = Tiny.train(folder.resolve("run"), recipe);
    int shown = each.recipe().model().realExamples(recipe.train().batch());
    assertThat(Tiny.newest(run).position().images()).isGreaterThanOrEqualTo(2 * 2 * shown);
  }

  @Test
  void a_training_goes_on_with_it_as_if_never_stopped() {
    Recipe recipe = ModelCase.samplers().get(1).recipe().with("train.accumulate", 2);
    Path straight = Tiny.train(folder.resolve("straight"), recipe);
    Path run = Tiny.train(folder.resolve("stopped"), recipe, 1);
    Tiny.resume(run, 2);
    assertThat(Tiny.numbers(Tiny.resume(run))).isEqualTo(Tiny.numbers(straight));
  }

  @Test
  void steps_epochs_and_kimg_count_all_that_an_update_saw() {
    Recipe recipe =
        Tiny.recipe(folder)
            .with("train", "{batch: 4, accumulate: 3, epochs: 3}")
            .with("watch.tickSteps", 1);
    List<JsonNode> ticks =
        new JsonLines(RunFolder.open(Tiny.train(folder.resolve("run"), recipe)).statistics())
            .read();
    JsonNode last = ticks.get(ticks.size() - 1);
    assertThat(ticks).hasSize(6); // 24 examples are two updates of 3×4
    assertThat(last.path("step").asLong()).isEqualTo(6);
    assertThat(last.path("epoch").asDouble()).isEqualTo(3);
    assertThat(last.path("kimg").asDouble()).isEqualTo(6 * 12 / 1000.0);
  }

  @Test
  void layers_that_look_at_a_batch_as_a_whole_are_named_once_as_it_starts() throws Exception {
    Recipe recipe = Tiny.recipe(folder).with("train.accumulate", 2);
    Path run = Tiny.train(folder.resolve("run"), recipe);
    assertThat(Files.readString(run.resolve("log.txt")))
        .containsOnlyOnce(
            "warning: train.accumulate: batchNormalization (discriminator, generator) normalizes"
                + " by statistics of 5 examples, not of 10")
        .contains("in batches of 2×5,");
    Path plain = Tiny.train(folder.resolve("plain"), Tiny.recipe(folder));
    assertThat(Files.readString(plain.resolve("log.txt"))).doesNotContain("accumulate");
  }

  @Test
  void a_batch_may_be_split_between_two_stretches_and_goes_on_with_the_same_examples() {
    ModelCase autoencoder = withoutBatchStatistics().findFirst().orElseThrow();
    Map<String, float[]> large = weights(Tiny.train(folder.resolve("large"), autoencoder.recipe()));
    Path run = Tiny.train(folder.resolve("run"), autoencoder.recipe(), 5);
    RecipeRevision.make(
        RunFolder.open(run), Map.of("train.batch", BATCH, "train.accumulate", TIMES), false);
    Map<String, float[]> weights = weights(Tiny.resume(run));
    assertThat(RunFolder.open(run).recipeUntil(5)).exists();
    weights.forEach(
        (name, values) ->
            assertThat(values).as(name).containsExactly(large.get(name), within(2e-5f)));
  }

  @Test
  void a_profile_counts_every_batch_and_changes_nothing() {
    Recipe recipe = Tiny.recipe(folder).with("train.accumulate", 3);
    Profiler once = profiled(Tiny.recipe(folder), "once");
    Profiler thrice = profiled(recipe, "thrice");
    assertThat(work(thrice)).isEqualTo(3 * work(once));
    assertThat(Tiny.numbers(folder.resolve("thrice")))
        .isEqualTo(Tiny.numbers(Tiny.train(folder.resolve("plain"), recipe)));
  }

  private Profiler profiled(Recipe recipe, String name) {
    Profiler profiler = new Profiler(1, 3);
    try (Run run = Run.create(folder.resolve(name), recipe, Settings.DEFAULT)) {
      run.train(profiler);
    }
    return profiler;
  }

  /** Of all layers, back and forth. */
  private static double work(Profiler profiler) {
    return profiler.profile().orElseThrow().rows().stream()
        .filter(row -> !row.phase().isEmpty())
        .mapToDouble(row -> row.total().work().operations())
        .sum();
  }

  @Test
  void a_mistake_is_refused() {
    assertThatThrownBy(() -> Tiny.recipe(folder).with("train.accumulate", 0))
        .hasMessageContaining("train.accumulate: expected at least 1, got 0");
  }
}
