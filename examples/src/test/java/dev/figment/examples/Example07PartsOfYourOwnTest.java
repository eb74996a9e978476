package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.loss.DiscriminatorLogits;
import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.optim.Optimizer;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example07PartsOfYourOwnTest {
  @TempDir Path folder;

  @Test
  void a_recipe_names_them_trains_and_says_them_again() {
    Recipe recipe = ExampleRecipes.named("ring-own-parts").with("train.steps", 20);

    Example07PartsOfYourOwn.run(recipe, folder.resolve("run"));

    String written = recipe.toYaml();
    assertThat(written).contains("weightNormalization:", "squaredHinge", "adaGrad:");
    assertThat(RecipeFormat.read(written, "again")).isEqualTo(recipe);
    assertThat(folder.resolve("run")).isDirectoryContaining("glob:**/fakes-000020.png");
  }

  private static Network network(Shape input, Dense inner) {
    return new Architecture("test", input, List.of(new WeightNormalization(inner)))
        .create(RandomStream.named("init", 1), Device.CPU);
  }

  @Test
  void each_row_of_a_normalized_kernel_is_as_long_as_g_says() {
    try (Scope scope = Scope.open();
        Network network = network(Shape.vector(2), new Dense(2))) {
      network.parameters().get("0.layer.weight").detached().copyFrom(rows(3, 4, 0, -5));
      network.parameters().get("0.g").detached().copyFrom(rows(10, 2).reshape(2, 1));
      Tensor output = network.apply(rows(1, 1).reshape(1, 2), Pass.inference());
      assertThat(output.toArray()).containsExactly(new float[] {6 + 8, -2}, within(1e-5f));
    }
  }

  private static Tensor rows(float... values) {
    return Tensor.of(values, values.length / 2, 2);
  }

  @Test
  void the_squared_hinge_is_its_formula() {
    try (Scope scope = Scope.open()) {
      Tensor real = Tensor.of(new float[] {2, 0.5f}, 2, 1);
      Tensor fake = Tensor.of(new float[] {-3, 1}, 2, 1);
      SquaredHinge loss = new SquaredHinge();
      assertThat(loss.discriminator(DiscriminatorLogits.of(real, fake)).item())
          .isCloseTo((0 + 0.25) / 2 + (0 + 4) / 2.0, within(1e-6));
      assertThat(loss.generator(fake, null).item()).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void adagrad_divides_by_the_root_of_all_squares_so_far() {
    try (Scope scope = Scope.open();
        Network network = network(Shape.vector(1), new Dense(1))) {
      var parameters = network.parameters().trainable();
      Optimizer optimizer = new Optimizer(new AdaGrad(0.1, 1e-7, 0, null, null), parameters);
      float before = parameters.get("0.layer.bias").toArray()[0];
      for (float gradient : new float[] {3, 4}) {
        optimizer.step(
            parameters.tensors().stream()
                .map(each -> Tensor.full(gradient, each.shape()))
                .toList());
      }
      float after = parameters.get("0.layer.bias").toArray()[0];
      assertThat(after).isCloseTo(before - 0.1f * (3 / 3f + 4 / 5f), within(1e-6f));
      optimizer.close();
    }
  }
}
