package dev.figment.nn;

import static dev.figment.Closeness.assertClose;
import static dev.figment.Closeness.assertCloseBatch;
import static dev.figment.Closeness.assertCloseSums;
import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.KerasFixture;
import dev.figment.catalogue.Catalogue;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each layer gives the numbers that Keras gives: forwards, backwards and in what it remembers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KerasLayersTest {
  static List<KerasFixture> cases() {
    return KerasFixture.all("layers");
  }

  /**
   * A linear layer does nothing; a residual, parallel or concatenate only merges what others make
   * (GanLayersTest, BranchedTest); a transposed dense layer is held to a dense one
   * (AutoencoderTest), sparsity to its closed form.
   */
  @Test
  void keras_or_pytorch_has_spoken_on_every_layer_that_computes() {
    Set<String> spoken = new TreeSet<>();
    cases().forEach(each -> spoken.add(each.part("layer", Layer.class).kind()));
    TorchLayersTest.layers().forEach(each -> spoken.add(((Layer) each.get()[1]).kind()));
    Set<String> expected = new TreeSet<>(Catalogue.ofRecords(Layer.class).byName().keySet());
    expected.removeAll(
        Set.of("linear", "residual", "parallel", "concatenate", "denseTranspose", "sparsity"));
    assertThat(spoken).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_numbers_are_those_of_keras(KerasFixture fixture) {
    Layer layer = fixture.part("layer", Layer.class);
    try (Scope scope = Scope.open();
        Parameters own = parameters(layer, fixture)) {
      Tensor x = fixture.batch("input").differentiable();
      Pass pass = pass(fixture);
      Tensor output = layer.apply(x, own, pass);
      assertCloseBatch("output", output, fixture.values("output"));
      checkGradients(fixture, output, x, own);
      checkStatistics(fixture, own);
      checkPenalty(fixture, pass);
    }
  }

  private static Parameters parameters(Layer layer, KerasFixture fixture) {
    Parameters own =
        Parameters.create(layer.parameters(input(fixture)), RandomStream.named("t", 1), Device.CPU);
    try (Gradients.Paused paused = Gradients.pause()) {
      own.byName().forEach((name, tensor) -> tensor.copyFrom(fixture.tensor(name)));
    }
    return own;
  }

  private static Shape input(KerasFixture fixture) {
    List<Integer> sizes = new ArrayList<>();
    fixture.says("input").forEach(size -> sizes.add(size.asInt()));
    return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Pass pass(KerasFixture fixture) {
    return fixture.says("mode").asString().equals("training")
        ? Pass.training(RandomStream.named("dropout", 1))
        : Pass.inference();
  }

  private static void checkGradients(
      KerasFixture fixture, Tensor output, Tensor x, Parameters own) {
    Tensor loss = output.times(fixture.batch("output_gradient")).sum();
    if (fixture.has("input_gradient")) {
      Tensor gradient = gradient(loss, x);
      assertCloseBatch("input gradient", gradient, fixture.values("input_gradient"));
    }
    long terms = output.count() / output.size(1);
    own.trainable()
        .byName()
        .forEach(
            (name, weight) ->
                assertCloseSums(
                    "gradient of " + name,
                    terms,
                    gradient(loss, weight).toArray(),
                    fixture.values("gradient." + name)));
  }

  private static Tensor gradient(Tensor loss, Tensor of) {
    return Gradients.differentiable(loss, List.of(of)).get(0);
  }

  private static void checkStatistics(KerasFixture fixture, Parameters own) {
    own.byName()
        .forEach(
            (name, tensor) -> {
              boolean moves = fixture.has(name + ".after");
              assertClose(name, tensor, fixture.values(moves ? name + ".after" : name));
            });
  }

  private static void checkPenalty(KerasFixture fixture, Pass pass) {
    assertThat(pass.penalties().isEmpty()).isEqualTo(!fixture.has("penalty"));
    pass.penalties().stream()
        .reduce(Tensor::plus)
        .ifPresent(sum -> assertClose("penalty", sum, fixture.values("penalty")));
  }
}
