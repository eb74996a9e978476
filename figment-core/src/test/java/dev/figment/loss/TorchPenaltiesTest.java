package dev.figment.loss;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.TorchFixture;
import dev.figment.tensor.Convolution;
import dev.figment.tensor.Device;
import dev.figment.tensor.Edges;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties, and their gradients for every weight of small convolutional networks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TorchPenaltiesTest {
  private static final Edges AROUND = new Edges(1, 1, 1, 1);

  private final Scope scope = Scope.open();
  private final TorchFixture torch = TorchFixture.named("penalties");

  @AfterEach
  void free() {
    scope.close();
  }

  private static Map<String, Tensor> weights(TorchFixture torch, String... names) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (String name : names) {
      weights.put(name, torch.tensor(name).differentiable());
    }
    return weights;
  }

  private Map<String, Tensor> criticWeights() {
    return weights(torch, "first", "first.bias", "second", "second.bias", "last");
  }

  private static Tensor critic(Map<String, Tensor> w, Tensor x) {
    Tensor first = Convolution.apply(x, w.get("first"), w.get("first.bias"), 2, AROUND);
    Tensor second =
        Convolution.apply(first.leakyRelu(0.2), w.get("second"), w.get("second.bias"), 1, AROUND);
    return second.tanh().reshape(x.size(0), -1).linear(w.get("last"), null);
  }

  @Test
  void the_gradient_penalty_is_that_of_pytorch() {
    Map<String, Tensor> w = criticWeights();
    Tensor points = torch.tensor("points");
    assertPenalty(
        "gradientPenalty", new GradientPenalty(10, false).at(x -> critic(w, x), points), w);
    assertPenalty("oneSided", new GradientPenalty(10, true).at(x -> critic(w, x), points), w);
  }

  @Test
  void penalties_on_real_images_are_those_of_pytorch() {
    Map<String, Tensor> w = criticWeights();
    Tensor real = torch.tensor("real");
    assertPenalty("r1", new R1(0.7).of(new PenaltyInput(x -> critic(w, x), real, null, null)), w);
    assertPenalty(
        "drift", new Drift(0.001).of(new PenaltyInput(x -> critic(w, x), real, null, null)), w);
  }

  private void assertPenalty(String name, Tensor value, Map<String, Tensor> weights) {
    assertGradients(torch, name, name, value, weights);
  }

  private static void assertGradients(
      TorchFixture torch, String name, String of, Tensor value, Map<String, Tensor> weights) {
    assertThat(value.rank()).isZero();
    assertClose(name, value, torch.values(name));
    List<Tensor> gradients = Gradients.of(value, List.copyOf(weights.values()));
    int next = 0;
    for (String weight : weights.keySet()) {
      assertClose(of + "." + weight, gradients.get(next++), torch.values(of + "." + weight));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pathLength", "pathLength-shared"})
  void the_path_length_and_its_running_mean_are_those_of_pytorch(String name) {
    TorchFixture paths = TorchFixture.named(name);
    Map<String, Tensor> w = weights(paths, "start", "grow", "modulate", "color");
    try (PathLength penalty = new PathLength(2, Device.CPU)) {
      for (int turn = 0; turn < 2; turn++) {
        Tensor styles = paths.tensor("styles." + turn).differentiable();
        Tensor noise = paths.tensor("noise." + turn);
        Tensor value = penalty.of(images(w, styles), noise, styles);
        assertGradients(paths, "value." + turn, "gradient." + turn, value, w);
        assertClose("mean", penalty.mean(), paths.values("mean." + turn));
      }
    }
  }

  private static Tensor images(Map<String, Tensor> w, Tensor styles) {
    Tensor start = layer(styles, 0).linear(w.get("start"), null).reshape(-1, 2, 3, 3);
    Tensor grown = Convolution.transposed(start, w.get("grow"), null, 2, AROUND).tanh();
    Tensor factors = layer(styles, 1).linear(w.get("modulate"), null).reshape(-1, 3, 1, 1);
    return Convolution.apply(grown.times(factors), w.get("color"), null, 1, Edges.NONE);
  }

  private static Tensor layer(Tensor styles, int layer) {
    return styles.rank() == 2 ? styles : styles.narrow(1, layer, 1).reshape(styles.size(0), -1);
  }
}
