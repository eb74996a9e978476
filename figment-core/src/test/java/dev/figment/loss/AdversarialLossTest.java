package dev.figment.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.catalogue.Catalogue;
import dev.figment.nn.ShapeException;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdversarialLossTest {
  private static final float[] LOGITS = {-3, -0.5f, 0, 0.25f, 1, 4};
  private static final float[] TARGETS = {0, 1, 0.9f, 0, 1, 0.1f};
  private static final float[] REAL = {-3, -0.5f, 0, 0.25f};
  private static final float[] FAKE = {1, 4};

  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  static List<AdversarialLoss> losses() {
    return List.of(
        new BinaryCrossEntropy(),
        new NonSaturating(),
        new Minimax(),
        new MaximumLikelihood(),
        new LeastSquares(),
        new Wasserstein(),
        new Hinge());
  }

  static List<AdversarialLoss> withTargets() {
    return losses().stream().filter(AdversarialLoss::usesTargets).toList();
  }

  static List<AdversarialLoss> withoutTargets() {
    return losses().stream().filter(loss -> !loss.usesTargets()).toList();
  }

  @Test
  void undecided_logits_cost_the_discriminator_log_2() {
    Tensor undecided = Tensor.zeros(4, 1);
    Tensor targets = Tensor.of(new float[] {1, 1, 0, 0}, 4, 1);
    assertThat(new Minimax().discriminator(undecided, targets).item())
        .isCloseTo(Math.log(2), within(1e-6));
    assertThat(new Minimax().generator(undecided, targets).item())
        .isCloseTo(-Math.log(2), within(1e-6));
    assertThat(new LeastSquares().discriminator(undecided, targets).item()).isEqualTo(0.25);
    assertThat(
            new NonSaturating()
                .discriminator(new DiscriminatorLogits(undecided, targets, 2))
                .item())
        .isCloseTo(2 * Math.log(2), within(1e-6));
  }

  @Test
  void the_discriminator_learns_by_cross_entropy_in_the_paper_and_in_its_variants() {
    DoubleBinaryOperator formula =
        (x, t) -> -(t * Math.log(sigmoid(x)) + (1 - t) * Math.log(1 - sigmoid(x)));
    assertLoss(new Minimax().discriminator(logits(), targets()), formula);
    assertLoss(new MaximumLikelihood().discriminator(logits(), targets()), formula);
    assertLoss(new BinaryCrossEntropy().discriminator(logits(), targets()), formula);
    assertLoss(new BinaryCrossEntropy().generator(logits(), targets()), formula);
  }

  @Test
  void the_generators_losses_are_the_papers_formulas() {
    assertGenerator(new Minimax(), x -> Math.log(1 - sigmoid(x)));
    assertGenerator(new NonSaturating(), x -> -Math.log(sigmoid(x)));
    assertGenerator(new MaximumLikelihood(), x -> -sigmoid(x) / (1 - sigmoid(x)));
    assertGenerator(new Wasserstein(), x -> -x);
    assertGenerator(new Hinge(), x -> -x);
  }

  /** Targets are not looked at, and may be null. */
  private static void assertGenerator(AdversarialLoss loss, DoubleUnaryOperator formula) {
    assertLoss(loss.generator(logits(), null), (x, t) -> formula.applyAsDouble(x));
  }

  @Test
  void minimax_fades_for_the_generator_where_the_discriminator_is_sure() {
    Tensor sure = Tensor.full(-10, 1, 1).differentiable();
    Tensor loss = new Minimax().generator(sure, null);
    assertThat(Gradients.of(loss, List.of(sure)).get(0).item())
        .isCloseTo(-sigmoid(-10), within(1e-9));
  }

  @Test
  void the_non_saturating_generator_learns_most_where_the_discriminator_is_sure() {
    Tensor sure = Tensor.full(-10, 1, 1).differentiable();
    Tensor loss = new NonSaturating().generator(sure, null);
    assertThat(Gradients.of(loss, List.of(sure)).get(0).item())
        .isCloseTo(sigmoid(-10) - 1, within(1e-6));
  }

  @Test
  void least_squares_is_half_the_squared_distance_to_the_target() {
    DoubleBinaryOperator formula = (x, t) -> 0.5 * (x - t) * (x - t);
    assertLoss(new LeastSquares().discriminator(logits(), targets()), formula);
    assertLoss(new LeastSquares().generator(logits(), targets()), formula);
  }

  @Test
  void without_targets_the_mean_over_real_is_added_to_the_mean_over_generated() {
    assertSum(new NonSaturating(), x -> -Math.log(sigmoid(x)), x -> -Math.log(1 - sigmoid(x)));
    assertSum(new Wasserstein(), x -> -x, x -> x);
    assertSum(new Hinge(), x -> Math.max(0, 1 - x), x -> Math.max(0, 1 + x));
  }

  private static void assertSum(
      AdversarialLoss loss, DoubleUnaryOperator ofReal, DoubleUnaryOperator ofFake) {
    double real = mean(REAL, ofReal);
    double fake = mean(FAKE, ofFake);
    assertCost(loss, DiscriminatorLogits.of(column(REAL), column(FAKE)), real + fake);
    assertCost(loss, new DiscriminatorLogits(logits(), targets(), REAL.length), real + fake);
    assertCost(loss, DiscriminatorLogits.of(column(REAL), null), real);
    assertCost(loss, DiscriminatorLogits.of(null, column(FAKE)), fake);
  }

  private static void assertCost(
      AdversarialLoss loss, DiscriminatorLogits verdicts, double expected) {
    assertThat(loss.discriminator(verdicts).rank()).isZero();
    assertThat(loss.discriminator(verdicts).item()).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("withTargets")
  void with_targets_verdicts_cost_what_outputs_and_targets_do(AdversarialLoss loss) {
    double expected = loss.discriminator(logits(), targets()).item();
    assertThat(loss.discriminator(new DiscriminatorLogits(logits(), targets(), REAL.length)).item())
        .isEqualTo(expected);
  }

  @Test
  void untold_targets_are_1_for_real_and_0_for_generated() {
    assertThat(DiscriminatorLogits.of(column(REAL), column(FAKE)).targets().toArray())
        .containsExactly(1, 1, 1, 1, 0, 0);
    assertThat(DiscriminatorLogits.of(column(REAL), null).targets().toArray())
        .containsExactly(1, 1, 1, 1);
    assertThat(DiscriminatorLogits.of(null, column(FAKE)).targets().toArray())
        .containsExactly(0, 0);
  }

  @Test
  void verdicts_that_do_not_fit_are_refused() {
    assertThatThrownBy(() -> new DiscriminatorLogits(logits(), column(REAL), 1))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "expected targets like the outputs, float[6, 1], got float[4, 1]."
                + " Give one target for each output.");
    assertThatThrownBy(() -> new DiscriminatorLogits(logits(), targets(), 7))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "expected 0 to 6 real examples of float[6, 1], got 7."
                + " Count the real ones of this batch.");
  }

  @ParameterizedTest
  @MethodSource("withoutTargets")
  void a_loss_without_targets_refuses_to_guess_what_is_real(AdversarialLoss loss) {
    assertThatThrownBy(() -> loss.discriminator(logits(), targets()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            loss.getClass().getSimpleName()
                + ": expected to be told which outputs are real, got targets alone. Give it"
                + " logits, or use a loss with targets, such as binaryCrossEntropy.");
  }

  @Test
  void only_the_losses_of_plain_scores_have_no_sigmoid_in_them() {
    assertThat(losses())
        .filteredOn(loss -> !loss.takesLogits())
        .containsExactly(new LeastSquares(), new Wasserstein(), new Hinge());
  }

  private static void assertLoss(Tensor loss, DoubleBinaryOperator formula) {
    double sum = 0;
    for (int i = 0; i < LOGITS.length; i++) {
      sum += formula.applyAsDouble(LOGITS[i], TARGETS[i]);
    }
    assertThat(loss.rank()).isZero();
    assertThat(loss.item()).isCloseTo(sum / LOGITS.length, within(1e-5));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void extreme_logits_stay_finite_with_their_gradients(AdversarialLoss loss) {
    float most = loss instanceof MaximumLikelihood ? 88 : 1e15f;
    float[] values = {-most, -most / 2, -10, 10, most / 2, most};
    Tensor extreme = Tensor.of(values, 6, 1).differentiable();
    for (double target : new double[] {0, 0.9, 1}) {
      Tensor targets = Tensor.full(target, 6, 1);
      assertFinite(loss.discriminator(new DiscriminatorLogits(extreme, targets, 3)), extreme);
      assertFinite(loss.generator(extreme, targets), extreme);
    }
  }

  private static void assertFinite(Tensor loss, Tensor logits) {
    assertThat(loss.item()).isFinite();
    assertThat(Gradients.differentiable(loss, List.of(logits)).get(0).allFinite().item()).isOne();
  }

  @Test
  void a_recipe_calls_them_by_their_words() {
    for (var kind : new TreeMap<>(Catalogue.ofRecords(AdversarialLoss.class).byName()).entrySet()) {
      AdversarialLoss loss = RecipeText.read(kind.getKey(), AdversarialLoss.class);
      assertThat(loss.getClass()).isEqualTo(kind.getValue());
      assertThat(RecipeText.write(loss).strip()).isEqualTo(kind.getKey());
    }
    assertThat(Catalogue.ofRecords(AdversarialLoss.class).byName()).hasSameSizeAs(losses());
  }

  private static double mean(float[] values, DoubleUnaryOperator formula) {
    double sum = 0;
    for (float value : values) {
      sum += formula.applyAsDouble(value);
    }
    return sum / values.length;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static Tensor logits() {
    return column(LOGITS);
  }

  private static Tensor targets() {
    return column(TARGETS);
  }

  private static Tensor column(float... values) {
    return Tensor.of(Arrays.copyOf(values, values.length), values.length, 1);
  }
}
