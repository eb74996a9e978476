package dev.figment.loss;

import static dev.figment.Closeness.assertClose;

import dev.figment.KerasFixture;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KerasLossesTest {
  static List<KerasFixture> cases() {
    return KerasFixture.all("losses");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_value_and_its_gradient_are_those_of_keras(KerasFixture fixture) {
    try (Scope scope = Scope.open()) {
      Tensor inputs = fixture.tensor("inputs").differentiable();
      Tensor loss = loss(fixture, inputs, fixture.tensor("targets"));
      assertClose("value", loss, fixture.values("value"));
      Tensor gradient = Gradients.of(loss, List.of(inputs)).get(0);
      assertClose("gradient", gradient, fixture.values("gradient"));
    }
  }

  private static Tensor loss(KerasFixture fixture, Tensor inputs, Tensor targets) {
    String name = fixture.says("loss").propertyNames().iterator().next();
    return switch (name) {
      case "binaryCrossEntropy" -> BinaryCrossEntropy.of(inputs, targets);
      case "categoricalCrossEntropy" -> CategoricalCrossEntropy.of(inputs, targets.toLongs());
      case "meanSquaredError" -> MeanSquaredError.of(inputs, targets);
      default -> throw new AssertionError("no loss here is called " + name);
    };
  }
}
