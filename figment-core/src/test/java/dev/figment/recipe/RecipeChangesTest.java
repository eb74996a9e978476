package dev.figment.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.model.adversarial.Interval;
import dev.figment.model.adversarial.gan.GanRecipe;
import dev.figment.nn.Dense;
import dev.figment.optim.Adam;
import dev.figment.optim.Sgd;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipeChangesTest {
  private final Recipe recipe = Recipes.named("mnist-dcgan");

  private GanRecipe gan(String key, Object value) {
    return (GanRecipe) recipe.with(key, value).model();
  }

  @Test
  void a_value_changes_and_nothing_else_does() {
    Recipe changed = recipe.with("train.epochs", 3);
    assertThat(changed.train().epochs()).isEqualTo(3);
    assertThat(changed.with("train.epochs", 100)).isEqualTo(recipe);
    assertThat(recipe.train().epochs()).isEqualTo(100);
  }

  @Test
  void values_may_be_yaml_text() {
    assertThat(recipe.with("train.batch", "64").train().batch()).isEqualTo(64);
    assertThat(recipe.with("data.classes", "[5]").data().classes()).containsExactly("5");
    assertThat(recipe.with("watch.snapshots.grid", "3x4").watch().snapshots().grid().count())
        .isEqualTo(12);
    assertThat(gan("model.gan.targets.real", "[0.8, 1]").targets().real())
        .isEqualTo(new Interval(0.8, 1));
    assertThat(recipe.with("about", "").about()).isEmpty();
  }

  @Test
  void lists_are_reached_by_number_and_kinds_by_name() {
    GanRecipe narrower = gan("model.gan.generator.0.dense.units", 64);
    assertThat(narrower.generator().get(0)).isEqualTo(new Dense(64));
    GanRecipe slower = gan("model.gan.optimizer.generator.adam.learningRate", "1e-4");
    assertThat(((Adam) slower.optimizer().generator()).learningRate()).isEqualTo(1e-4);
    assertThat(gan("model.gan.optimizer.generator", "sgd").optimizer().generator())
        .isInstanceOf(Sgd.class);
  }

  @Test
  void null_takes_away_what_need_not_be_given() {
    Recipe steps = recipe.with("train.steps", 10L).with("train.epochs", null);
    assertThat(steps.train().epochs()).isNull();
    assertThat(recipe.with("train.steps", 10).with("train.epochs", "null")).isEqualTo(steps);
    assertThatThrownBy(() -> recipe.with("model.gan.latent", null))
        .hasMessage("set model.gan.latent: model.gan.latent: expected a whole number, got nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train.epoch|3|set: unknown key train.epoch; did you mean epochs? Known here: batch,"
            + " epochs, steps, kimg, precision, init, accumulate, failures",
        "trian.epochs|3|set: unknown key trian; did you mean train? Known here: recipe, about,"
            + " seed, data, model, train, watch",
        "model.gan.generator.8|relu|set: unknown key model.gan.generator.8. Known here: 0, 1, 2,"
            + " 3, 4, 5, 6, 7",
        "train.batch.x|3|set: unknown key train.batch.x: train.batch holds a single value",
        "train.optimizer|adam|set: unknown key train.optimizer; did you mean model.gan.optimizer?"
            + " Known here: batch, epochs, steps, kimg, precision, init, accumulate, failures",
        "optimizer.learningRate|1|set: unknown key optimizer; did you mean"
            + " model.gan.optimizer.generator.adam.learningRate or"
            + " model.gan.optimizer.discriminator.adam.learningRate? Known here: recipe, about,"
            + " seed, data, model, train, watch",
        "train.batch|0|set train.batch: train.batch: expected at least 1, got 0",
        "train.batch|many|set train.batch: train.batch: expected a whole number, got many",
        "seed|1.5|set seed: seed: expected a whole number, got 1.5",
        "seed|[1|set seed=[1, line 1, column 3: not readable as YAML: while parsing a flow"
            + " sequence, expected ',' or ']', but got <stream end>",
        "model.gan.loss|leastSquare|set model.gan.loss: unknown loss leastSquare; did you mean"
            + " leastSquares? Known: binaryCrossEntropy, hinge, leastSquares, maximumLikelihood,"
            + " minimax, nonSaturating, wasserstein",
        "model.gan.optimizer.generator|sgdd|set model.gan.optimizer.generator: unknown optimizer"
            + " sgdd; did you mean sgd? Known: adam, momentum, rmsprop, sgd"
      })
  void a_change_that_cannot_be_made_is_refused(String key, String value, String message) {
    assertThatThrownBy(() -> recipe.with(key, value))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void lists_can_be_replaced_whole() {
    assertThat(gan("model.gan.generator", List.of("flatten")).generator()).hasSize(1);
  }
}
