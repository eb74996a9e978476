package dev.figment.nn;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What several ways make of one input, and how they are merged. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchedTest {
  private static final Pass USE = Pass.inference();

  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static Layer read(String text) {
    return RecipeText.read(text, Layer.class);
  }

  private static Tensor normal(long... shape) {
    return Noise.normal(RandomStream.named("x", 1), shape);
  }

  private static Parameters parameters(Layer layer, Shape input) {
    return Parameters.create(layer.parameters(input), RandomStream.named("init", 1), Device.CPU);
  }

  @Test
  void a_concatenation_gives_what_the_layers_make_and_then_its_input() {
    Tensor x = Tensor.of(new float[] {1, -2, 3, -4}, 2, 2);
    assertClose(
        "output", read("concatenate: [relu]").apply(x, none(), USE), 1, 0, 1, -2, 3, 0, 3, -4);
  }

  @Test
  void a_shortcut_with_layers_stands_in_for_the_input() {
    Tensor x = Tensor.of(new float[] {1, -2}, 1, 2);
    Layer layer = read("concatenate: {layers: [relu], shortcut: [{leakyRelu: 0.5}]}");
    assertClose("output", layer.apply(x, none(), USE), 1, 0, 1, -1);
  }

  @Test
  void images_are_joined_along_their_channels_and_sequences_along_their_features() {
    Layer layer = read("parallel: [[], [relu]]");
    Tensor image = normal(2, 3, 4, 5);
    Tensor joined = layer.apply(image.channelsLast(), none(), USE);
    assertClose("as they are", joined.narrow(1, 0, 3), image.toArray());
    assertClose("clipped", joined.narrow(1, 3, 3), image.relu().toArray());
    Tensor sequence = normal(2, 3, 4);
    Tensor steps = layer.apply(sequence, none(), USE);
    assertThat(steps.shape()).containsExactly(2, 3, 8);
    assertClose("clipped", steps.narrow(2, 4, 4), sequence.relu().toArray());
  }

  @Test
  void branches_that_are_added_are_summed() {
    Layer layer = read("parallel: {branches: [[], [relu], [relu]], merge: add}");
    Tensor x = Tensor.of(new float[] {1, -2}, 1, 2);
    assertClose("output", layer.apply(x, none(), USE), 3, -2);
  }

  @Test
  void parameters_stand_under_their_branch_and_their_place_in_it() {
    Layer layer =
        read("parallel: [[{dense: 2}], [], [relu, {spectralNormalization: {layer: {dense: 3}}}]]");
    assertThat(layer.parameters(Shape.vector(4)))
        .extracting(ParameterSpec::name)
        .containsExactly(
            "branches.0.0.weight",
            "branches.0.0.bias",
            "branches.2.1.layer.weight",
            "branches.2.1.layer.bias",
            "branches.2.1.u");
    try (Parameters own = parameters(layer, Shape.vector(4))) {
      Tensor x = normal(2, 4);
      Tensor first = x.linear(own.get("branches.0.0.weight"), null);
      assertClose("first branch", layer.apply(x, own, USE).narrow(1, 0, 2), first.toArray());
    }
  }

  @Test
  void all_that_branches_hold_is_found() {
    Layer layer =
        read(
            "parallel: [[relu, {residual: [tanh]}], [{concatenate: {layers: [silu], shortcut:"
                + " [selu]}}]]");
    assertThat(layer.withDescendants().map(Layer::kind))
        .containsExactly("parallel", "relu", "residual", "tanh", "concatenate", "silu", "selu");
  }

  @Test
  void a_way_of_ones_own_is_merged_as_figments_are() {
    Branched twice =
        new Branched() {
          @Override
          public List<Way> ways() {
            return List.of(new Way("a", List.of()), new Way("b", List.of(new Relu())));
          }

          @Override
          public Merge merge() {
            return Merge.ADD;
          }
        };
    assertClose("output", twice.apply(Tensor.full(2, 1, 1), none(), USE), 4);
  }

  private static Parameters none() {
    return parameters(new Relu(), Shape.vector(1));
  }
}
