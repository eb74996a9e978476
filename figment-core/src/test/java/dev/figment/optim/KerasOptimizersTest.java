package dev.figment.optim;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.KerasFixture;
import dev.figment.catalogue.Catalogue;
import dev.figment.nn.Parameters;
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

/** Ten steps of each rule leave the parameters where Keras leaves them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KerasOptimizersTest {
  private static final int STEPS = 10;

  static List<KerasFixture> cases() {
    return KerasFixture.all("optimizers");
  }

  @Test
  void keras_has_spoken_on_every_rule() {
    Set<String> spoken = new TreeSet<>();
    cases().forEach(each -> spoken.addAll(each.says("optimizer").propertyNames()));
    assertThat(spoken).isEqualTo(new TreeSet<>(Catalogue.ofRecords(Rule.class).byName().keySet()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ten_steps_are_those_of_keras(KerasFixture fixture) {
    Rule rule = fixture.part("optimizer", Rule.class);
    try (Scope scope = Scope.open();
        Parameters moved = Moved.from(fixture.tensor("initial.0"), fixture.tensor("initial.1"));
        Optimizer optimizer = new Optimizer(rule, moved)) {
      for (int step = 0; step < STEPS; step++) {
        optimizer.step(gradients(fixture, step));
        for (int k = 0; k < 2; k++) {
          assertClose(
              "parameter %d after step %d".formatted(k, step),
              moved.tensors().get(k),
              fixture.values("values.%d.%d".formatted(step, k)));
        }
      }
      assertThat(optimizer.steps()).isEqualTo(STEPS);
    }
  }

  private static List<Tensor> gradients(KerasFixture fixture, int step) {
    List<Tensor> gradients = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      gradients.add(fixture.tensor("gradient.%d.%d".formatted(step, k)));
    }
    return gradients;
  }
}
