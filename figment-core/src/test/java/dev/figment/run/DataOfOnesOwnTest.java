package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.DataSplits;
import dev.figment.latent.Points;
import dev.figment.latent.TSne;
import dev.figment.model.autoencoder.AutoencoderRecipe;
import dev.figment.nn.Activation;
import dev.figment.nn.Dense;
import dev.figment.nn.Flatten;
import dev.figment.nn.Reshape;
import dev.figment.optim.Adam;
import dev.figment.recipe.Recipe;
import dev.figment.run.evaluation.Evaluation;
import dev.figment.run.evaluation.EvaluationPlan;
import dev.figment.run.evaluation.OneClass;
import dev.figment.run.exploration.Embedding;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.RandomStream;
import dev.figment.train.TrainRecipe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of examples that a program has in memory: nothing is looked up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DataOfOnesOwnTest {
  private static final DataRecipe STRIPES = DataRecipe.of("stripes");
  private static final DataSplits DATA = TinySets.splits();

  @TempDir private Path folder;

  private static Recipe recipe(DataRecipe data, long steps) {
    AutoencoderRecipe model =
        AutoencoderRecipe.of(
            List.of(new Flatten(), new Dense(6, Activation.SELU)),
            List.of(new Dense(64, Activation.SIGMOID), new Reshape(8, 8, 1)),
            new Adam(0.01));
    return Recipe.of("stripes-autoencoder", data, model, TrainRecipe.ofBatch(8).withSteps(steps));
  }

  private Path train(DataSplits data, long steps) {
    Path path = folder.resolve("run");
    try (Run run = Run.create(path, recipe(STRIPES, steps), data, Settings.DEFAULT)) {
      run.train();
    }
    return path;
  }

  @Test
  void its_model_is_evaluated_reconstructs_and_is_mapped() {
    try (Run run = Run.open(train(DATA, 20), DATA, Settings.DEFAULT)) {
      Evaluation evaluation =
          new EvaluationPlan(null, 1, null, Split.TEST).carryOut(run, Progress.NONE);
      assertThat(evaluation.examples()).isEqualTo(20);
      assertThat(evaluation.data()).isEqualTo(STRIPES.withSplit(Split.TEST));
      Trained trained = run.trained();
      assertThat(trained.reconstruct(run.data(Split.TEST)).count()).isEqualTo(20);
      Points points = new Points(trained.encode(run.data()), trained.latentSize());
      TSne method = TSne.standard().withPerplexity(5);
      assertThat(Embedding.of(points, method, RandomStream.named("map", 1), Progress.NONE).count())
          .isEqualTo(40);
    }
  }

  @Test
  void its_classes_are_told_apart() {
    try (Run run = Run.open(train(DATA, 20), DATA, Settings.DEFAULT)) {
      OneClass bars = OneClass.of(run, "bars", Progress.NONE);
      assertThat(bars.against()).extracting(OneClass.Against::anomalous).containsExactly("slants");
      assertThat(run.open(STRIPES.withClasses("bars")).size()).isEqualTo(20);
    }
  }

  @Test
  void it_goes_on_with_the_same_examples_and_with_no_others() {
    Path path = train(DATA, 4);
    DataSplits others = DataSplits.of(TinySets.set(39), null);
    try (Run run = Run.open(path, others, Settings.DEFAULT)) {
      assertThatThrownBy(run::train)
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith(
              "expected the data that the run learned from so far (40 of 8×8×1");
    }
    try (Run run = Run.open(path, DATA, Settings.DEFAULT)) {
      run.train();
      assertThat(run.trained().position().step()).isEqualTo(4);
    }
  }

  @Test
  void without_its_examples_its_model_is_used_and_not_trained() {
    try (Run run = Run.open(train(DATA, 4), Settings.DEFAULT)) {
      assertThat(run.trained().decode(new float[6], null).count()).isEqualTo(1);
      assertThatThrownBy(run::train)
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("data.set: no set stripes");
    }
  }

  @Test
  void without_a_test_split_it_trains_and_is_not_evaluated() {
    ImageSet images = DATA.training();
    DataSplits alone = DataSplits.of(images, null);
    try (Run run = Run.open(train(alone, 4), alone, Settings.DEFAULT)) {
      assertThat(run.data()).isSameAs(images);
      assertThatThrownBy(() -> run.data(Split.TEST)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void a_recipe_that_would_change_the_examples_is_refused_and_leaves_no_folder() {
    Path path = folder.resolve("run");
    Recipe resized = recipe(STRIPES.withSize(16), 4);
    assertThatThrownBy(() -> Run.create(path, resized, DATA, Settings.DEFAULT))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "data: expected no more than set and range of examples that the program gives, since"
                + " they are taken as they are, got "
                + resized.data()
                + ". Choose classes, size and colors before, and describe the result by"
                + " DataRecipe.of(\"stripes\").withRange(…).");
    assertThat(path).doesNotExist();
  }
}
