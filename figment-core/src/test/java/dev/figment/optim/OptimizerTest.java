package dev.figment.optim;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.nn.Parameters;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OptimizerTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  @Test
  void it_gives_each_parameter_its_own_part_of_the_move() {
    try (Parameters moved = Moved.from(Tensor.full(1, 2, 2), Tensor.full(5, 3))) {
      sgd(moved, "sgd: 0.5").step(List.of(of(1, 2, 3, 4).reshape(2, 2), of(-2, 0, 2)));
      assertClose("first", moved.get("p0"), 0.5f, 0, -0.5f, -1);
      assertClose("second", moved.get("p1"), 6, 5, 4);
    }
  }

  @Test
  void a_value_beyond_the_limit_is_cut_and_the_others_stay() {
    try (Parameters moved = Moved.from(Tensor.zeros(4))) {
      sgd(moved, "sgd: {learningRate: 1, clipValue: 0.5}").step(List.of(of(-7, -0.2f, 0.5f, 9)));
      assertClose("moved", moved.get("p0"), 0.5f, 0.2f, -0.5f, -0.5f);
    }
  }

  @Test
  void a_gradient_longer_than_the_limit_is_shortened_each_by_itself() {
    try (Parameters moved = Moved.from(Tensor.zeros(2), Tensor.zeros(2), Tensor.zeros(2))) {
      sgd(moved, "sgd: {learningRate: 1, clipNorm: 2.5}")
          .step(List.of(of(3, 4), of(0.3f, 0.4f), of(0, 0)));
      assertClose("too long", moved.get("p0"), -1.5f, -2);
      assertClose("short", moved.get("p1"), -0.3f, -0.4f);
      assertClose("zero", moved.get("p2"), 0, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adam: {decay: 0.1}",
        "rmsprop: {decay: 0.1}",
        "momentum: {nesterov: true, decay: 0.1}",
        "sgd: {decay: 0.1}"
      })
  void resumed_it_goes_on_as_if_never_stopped(String text) {
    Rule rule = RecipeText.read(text, Rule.class);
    Tensor start = Noise.normal(RandomStream.named("start", 1), 50);
    try (Parameters whole = Moved.from(start);
        Parameters first = Moved.from(start)) {
      steps(new Optimizer(rule, whole), 0, 10);
      Optimizer stopped = new Optimizer(rule, first);
      steps(stopped, 0, 5);
      try (Parameters second = Moved.from(first.get("p0"))) {
        Optimizer resumed = new Optimizer(rule, second);
        stopped.state().forEach((name, held) -> resumed.state().get(name).copyFrom(held));
        resumed.resumeAt(stopped.steps());
        steps(resumed, 5, 10);
        assertThat(second.get("p0").toArray()).containsExactly(whole.get("p0").toArray());
        assertThat(resumed.steps()).isEqualTo(10);
      }
    }
  }

  private static void steps(Optimizer optimizer, int from, int to) {
    for (int step = from; step < to; step++) {
      optimizer.step(List.of(Noise.normal(RandomStream.named("gradient", step), 50)));
    }
  }

  @Test
  void it_moves_leaves_of_the_graph_and_records_nothing() {
    try (Parameters moved = Moved.from(of(3))) {
      Tensor weight = moved.get("p0");
      Optimizer optimizer = sgd(moved, "sgd: 0.25");
      for (int step = 0; step < 3; step++) {
        optimizer.step(Gradients.of(weight.square().sum(), List.of(weight)));
      }
      assertClose("3·½³", weight, 0.375f);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adam: 0|adam: learningRate must be above 0, got 0.0",
        "adam: {beta1: 1}|adam: beta1 must be in [0, 1), got 1.0",
        "adam: {beta2: -0.1}|adam: beta2 must be in [0, 1), got -0.1",
        "adam: {epsilon: 0}|adam: epsilon must be above 0, got 0.0",
        "adam: {decay: -1}|adam: decay must be at least 0, got -1.0",
        "sgd: {clipValue: 0}|sgd: clipValue must be above 0, got 0.0",
        "sgd: {clipNorm: -1}|sgd: clipNorm must be above 0, got -1.0",
        "sgd: {clipValue: 1, clipNorm: 1}|sgd: expected clipValue or clipNorm, got both."
            + " Remove one.",
        "momentum: {momentum: 1}|momentum: momentum must be in [0, 1), got 1.0",
        "rmsprop: {rho: 1}|rmsprop: rho must be in [0, 1), got 1.0",
        "rmsprop: {epsilon: 0}|rmsprop: epsilon must be above 0, got 0.0"
      })
  void senseless_values_are_refused(String text, String message) {
    assertThatThrownBy(() -> RecipeText.read(text, Rule.class))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith(": " + message);
  }

  private static Optimizer sgd(Parameters moved, String text) {
    return new Optimizer(RecipeText.read(text, Rule.class), moved);
  }

  private static Tensor of(float... values) {
    return Tensor.of(values, values.length);
  }
}
