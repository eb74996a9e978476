package dev.figment.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdversarialLossTest {
  private static final float[] LOGITS = {-3, -0.5f, 0, 0.25f, 1, 4};
  private static final float[] TARGETS = {0, 1, 0.9f, 0, 1, 0.1f};

  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  @Test
  void undecided_logits_cost_the_discriminator_log_2() {
    Tensor undecided = Tensor.zeros(4, 1);
    Tensor targets = Tensor.of(new float[] {1, 1, 0, 0}, 4, 1);
    assertThat(AdversarialLoss.MINIMAX.discriminator(undecided, targets).item())
        .isCloseTo(Math.log(2), within(1e-6));
    assertThat(AdversarialLoss.MINIMAX.generator(undecided, targets).item())
        .isCloseTo(-Math.log(2), within(1e-6));
    assertThat(AdversarialLoss.LEAST_SQUARES.discriminator(undecided, targets).item())
        .isEqualTo(0.25);
  }

  @Test
  void the_discriminator_learns_by_cross_entropy_in_the_paper_and_in_its_variant() {
    DoubleBinaryOperator formula =
        (x, t) -> -(t * Math.log(sigmoid(x)) + (1 - t) * Math.log(1 - sigmoid(x)));
    assertLoss(AdversarialLoss.MINIMAX.discriminator(logits(), targets()), formula);
    assertLoss(AdversarialLoss.BINARY_CROSS_ENTROPY.discriminator(logits(), targets()), formula);
    assertLoss(AdversarialLoss.BINARY_CROSS_ENTROPY.generator(logits(), targets()), formula);
  }

  @Test
  void minimax_has_the_generator_make_log_of_one_minus_d_small() {
    assertLoss(
        AdversarialLoss.MINIMAX.generator(logits(), targets()), (x, t) -> Math.log(1 - sigmoid(x)));
  }

  @Test
  void minimax_fades_for_the_generator_where_the_discriminator_is_sure() {
    Tensor sure = Tensor.full(-10, 1, 1).differentiable();
    Tensor loss = AdversarialLoss.MINIMAX.generator(sure, Tensor.full(1, 1, 1));
    assertThat(Gradients.of(loss, List.of(sure)).get(0).item())
        .isCloseTo(-sigmoid(-10), within(1e-9));
  }

  @Test
  void least_squares_is_half_the_squared_distance_to_the_target() {
    DoubleBinaryOperator formula = (x, t) -> 0.5 * (x - t) * (x - t);
    assertLoss(AdversarialLoss.LEAST_SQUARES.discriminator(logits(), targets()), formula);
    assertLoss(AdversarialLoss.LEAST_SQUARES.generator(logits(), targets()), formula);
  }

  @Test
  void only_least_squares_has_no_sigmoid_in_it() {
    assertThat(AdversarialLoss.values())
        .filteredOn(loss -> !loss.takesLogits())
        .containsExactly(AdversarialLoss.LEAST_SQUARES);
  }

  private static void assertLoss(Tensor loss, DoubleBinaryOperator formula) {
    double sum = 0;
    for (int i = 0; i < LOGITS.length; i++) {
      sum += formula.applyAsDouble(LOGITS[i], TARGETS[i]);
    }
    assertThat(loss.rank()).isZero();
    assertThat(loss.item()).isCloseTo(sum / LOGITS.length, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void extreme_logits_stay_finite_with_their_gradients(AdversarialLoss loss) {
    Tensor extreme =
        Tensor.of(new float[] {-1e15f, -1e4f, -100, 100, 1e4f, 1e15f}, 6, 1).differentiable();
    for (double target : new double[] {0, 0.9, 1}) {
      Tensor targets = Tensor.full(target, 6, 1);
      assertFinite(loss.discriminator(extreme, targets), extreme);
      assertFinite(loss.generator(extreme, targets), extreme);
    }
  }

  private static void assertFinite(Tensor loss, Tensor logits) {
    assertThat(loss.item()).isFinite();
    assertThat(Gradients.differentiable(loss, List.of(logits)).get(0).allFinite().item()).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void a_recipe_calls_it_by_its_word(AdversarialLoss loss) {
    assertThat(RecipeText.read(loss.toString(), AdversarialLoss.class)).isSameAs(loss);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static Tensor logits() {
    return Tensor.of(LOGITS, LOGITS.length, 1);
  }

  private static Tensor targets() {
    return Tensor.of(TARGETS, TARGETS.length, 1);
  }
}
