package dev.figment.tensor;

import static dev.figment.Closeness.assertCloseSums;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Against the same rows in two halves, which are too few for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeProductTest {
  private static final int ROWS = 160;
  private static final int INPUTS = 400;
  private static final int OUTPUTS = 500;

  @Test
  void a_large_product_and_its_gradients_are_those_of_its_halves() {
    try (Scope scope = Scope.open()) {
      RandomStream stream = RandomStream.named("values", 5);
      Tensor x = Noise.uniform(stream, -0.5, 0.5, ROWS, INPUTS).differentiable();
      Tensor weight = Noise.uniform(stream, -0.5, 0.5, OUTPUTS, INPUTS).differentiable();
      Tensor bias = Noise.uniform(stream, -0.5, 0.5, OUTPUTS).differentiable();
      assertThat(LargeProduct.suits(x.nativeTensor(), weight.nativeTensor())).isTrue();
      Tensor whole = x.linear(weight, bias);
      Tensor halves =
          Tensor.concatenate(
              0, List.of(half(x, 0).linear(weight, bias), half(x, 1).linear(weight, bias)));
      assertCloseSums("product", INPUTS, whole.toArray(), halves.toArray());
      Tensor outputs = Noise.uniform(stream, -0.5, 0.5, ROWS, OUTPUTS);
      List<Tensor> of = List.of(x, weight, bias);
      List<Tensor> gradients = Gradients.of(whole.times(outputs).sum(), of);
      List<Tensor> expected = Gradients.of(halves.times(outputs).sum(), of);
      for (int i = 0; i < of.size(); i++) {
        assertCloseSums(
            "gradient " + i, OUTPUTS, gradients.get(i).toArray(), expected.get(i).toArray());
      }
    }
  }

  private static Tensor half(Tensor x, int which) {
    Tensor half = x.narrow(0, which * ROWS / 2, ROWS / 2);
    assertThat(half.size(0)).isLessThan(128);
    return half;
  }
}
