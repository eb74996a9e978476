package dev.figment.loss;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.nn.ShapeException;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PenaltyTest {
  private static final int EXAMPLES = 4;
  private static final int VALUES = 2 * 3 * 5;

  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static RandomStream stream() {
    return RandomStream.named("penalty", 1);
  }

  private static Tensor images(String name) {
    return Noise.normal(RandomStream.named(name, 1), EXAMPLES, 2, 3, 5);
  }

  /** D(x) = c·Σx of each example: its gradient is c everywhere, its length c·√30. */
  private static UnaryOperator<Tensor> linear(double c) {
    return x -> x.sum(new long[] {1, 2, 3}, false).times(c).reshape(-1, 1);
  }

  private static double value(Penalty penalty, UnaryOperator<Tensor> discriminator) {
    Tensor value =
        penalty.of(new PenaltyInput(discriminator, images("real"), images("fake"), stream()));
    assertThat(value.rank()).isZero();
    return value.item();
  }

  @Test
  void the_length_of_a_slope_is_taken_of_all_values_of_one_example() {
    double length = 0.5 * Math.sqrt(VALUES);
    double twoSided = 10 * (length - 1) * (length - 1);
    assertThat(value(new GradientPenalty(10, false), linear(0.5)))
        .isCloseTo(twoSided, within(1e-4));
    assertThat(value(new GradientPenalty(10, true), linear(0.5))).isCloseTo(twoSided, within(1e-4));
    assertThat(value(new Dragan(10, 0.5), linear(0.5))).isCloseTo(twoSided, within(1e-4));
    assertThat(value(new R1(3), linear(0.5))).isCloseTo(1.5 * length * length, within(1e-4));
  }

  @Test
  void only_the_two_sided_form_minds_a_slope_below_1() {
    double length = 0.1 * Math.sqrt(VALUES);
    assertThat(value(new GradientPenalty(10, false), linear(0.1)))
        .isCloseTo(10 * (length - 1) * (length - 1), within(1e-5));
    assertThat(value(new GradientPenalty(10, true), linear(0.1))).isZero();
  }

  @Test
  void drift_is_the_mean_square_of_the_scores_of_real_images_alone() {
    float[] real = images("real").toArray();
    double expected = 0;
    for (int i = 0; i < EXAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < VALUES; j++) {
        sum += real[i * VALUES + j];
      }
      expected += 0.25 * sum * sum / EXAMPLES;
    }
    assertThat(value(new Drift(1), linear(0.5))).isCloseTo(expected, within(1e-4));
    assertThat(value(new Drift(0.001), linear(0.5))).isCloseTo(expected / 1000, within(1e-6));
  }

  /** What a penalty shows to the discriminator. */
  private static float[] shown(Penalty penalty) {
    List<Tensor> seen = new ArrayList<>();
    UnaryOperator<Tensor> watching =
        x -> {
          seen.add(x);
          return linear(1).apply(x);
        };
    value(penalty, watching);
    assertThat(seen).hasSize(1);
    return seen.get(0).toArray();
  }

  @Test
  void the_gradient_penalty_looks_between_real_and_generated_with_one_share_per_example() {
    RandomStream stream = stream();
    float[] real = images("real").toArray();
    float[] fake = images("fake").toArray();
    float[] expected = new float[real.length];
    for (int i = 0; i < EXAMPLES; i++) {
      double share = stream.nextDouble();
      for (int j = i * VALUES; j < (i + 1) * VALUES; j++) {
        expected[j] = (float) (real[j] + share * (fake[j] - real[j]));
      }
    }
    assertClose("points", shown(new GradientPenalty(10, false)), expected);
  }

  @Test
  void dragan_looks_around_real_images_by_their_deviation() {
    RandomStream stream = stream();
    float[] real = images("real").toArray();
    double[] share = new double[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      share[i] = 0.5 * stream.nextDouble() * deviation(real);
    }
    float[] expected = new float[real.length];
    for (int j = 0; j < real.length; j++) {
      expected[j] = (float) (real[j] + share[j / VALUES] * stream.nextDouble());
    }
    assertClose("points", shown(new Dragan(10, 0.5)), expected);
  }

  private static double deviation(float... values) {
    double mean = 0;
    double square = 0;
    for (float value : values) {
      mean += value / (double) values.length;
      square += (double) value * value / values.length;
    }
    return Math.sqrt(square - mean * mean);
  }

  @Test
  void r1_looks_at_real_images_themselves() {
    assertThat(shown(new R1(1))).containsExactly(images("real").toArray());
    assertThat(shown(new Drift(1))).containsExactly(images("real").toArray());
  }

  @Test
  void it_works_on_vectors_too() {
    Tensor real = Noise.normal(RandomStream.named("real", 1), 3, 16);
    Tensor fake = Noise.normal(RandomStream.named("fake", 1), 3, 16);
    Tensor weight = Tensor.full(0.5, 1, 16);
    for (Penalty penalty : List.of(new GradientPenalty(10, false), new Dragan(10, 0.5))) {
      Tensor value =
          penalty.of(new PenaltyInput(x -> x.linear(weight, null), real, fake, stream()));
      assertThat(value.item()).isCloseTo(10, within(1e-4));
    }
  }

  @Test
  void a_slope_of_zero_in_every_value_leaves_all_gradients_finite() {
    Tensor weight = Tensor.zeros(1, VALUES).differentiable();
    Tensor value =
        new GradientPenalty(10, false)
            .of(
                new PenaltyInput(
                    x -> x.reshape(x.size(0), -1).linear(weight, null),
                    images("real"),
                    images("fake"),
                    stream()));
    assertThat(value.item()).isEqualTo(10);
    assertThat(Gradients.of(value, List.of(weight)).get(0).toArray()).containsOnly(0);
  }

  @Test
  void nothing_is_learned_through_the_examples() {
    Tensor real = images("real").differentiable();
    Tensor fake = images("fake").differentiable();
    Tensor weight = Tensor.full(0.2, 1, VALUES).differentiable();
    Tensor value =
        new GradientPenalty(10, false)
            .of(
                new PenaltyInput(
                    x -> x.reshape(x.size(0), -1).linear(weight, null).square(),
                    real,
                    fake,
                    stream()));
    List<Tensor> gradients = Gradients.of(value, List.of(real, fake, weight));
    assertThat(gradients.get(0).toArray()).containsOnly(0);
    assertThat(gradients.get(1).toArray()).containsOnly(0);
    assertThat(gradients.get(2).abs().sum().item()).isPositive();
  }

  @Test
  void as_many_examples_must_be_generated_as_are_real() {
    Tensor few = images("fake").narrow(0, 0, 3);
    assertThatThrownBy(
            () ->
                new GradientPenalty(10, false)
                    .of(new PenaltyInput(linear(1), images("real"), few, stream())))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "expected generated examples like the real ones, float[4, 2, 3, 5],"
                + " got float[3, 2, 3, 5]. Make as many as are real.");
  }

  @Test
  void what_a_recipe_leaves_out_is_the_papers() {
    assertThat(RecipeText.read("{}", GradientPenalty.class))
        .isEqualTo(new GradientPenalty(10, false));
    assertThat(RecipeText.read("{}", R1.class)).isEqualTo(new R1(10));
    assertThat(RecipeText.read("{}", Dragan.class)).isEqualTo(new Dragan(10, 0.5));
    assertThat(RecipeText.read("{}", Drift.class)).isEqualTo(new Drift(0.001));
  }

  @Test
  void weights_below_zero_are_refused() {
    assertThatThrownBy(() -> new GradientPenalty(-1, false))
        .isInstanceOf(UsageException.class)
        .hasMessage("gradientPenalty: weight must be at least 0, got -1.0");
    assertThatThrownBy(() -> new R1(Double.NaN))
        .hasMessage("r1: gamma must be at least 0, got NaN");
    assertThatThrownBy(() -> new Dragan(-1, 1))
        .hasMessage("dragan: weight must be at least 0, got -1.0");
    assertThatThrownBy(() -> new Dragan(1, -1))
        .hasMessage("dragan: deviations must be at least 0, got -1.0");
    assertThatThrownBy(() -> new Drift(-1))
        .hasMessage("drift: weight must be at least 0, got -1.0");
  }
}
