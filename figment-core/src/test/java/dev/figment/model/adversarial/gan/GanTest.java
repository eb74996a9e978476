package dev.figment.model.adversarial.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.data.Batch;
import dev.figment.data.ExampleForm;
import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.BinaryCrossEntropy;
import dev.figment.loss.LeastSquares;
import dev.figment.loss.Minimax;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.adversarial.Interval;
import dev.figment.model.adversarial.Optimizers;
import dev.figment.model.adversarial.Targets;
import dev.figment.model.adversarial.Updates;
import dev.figment.nn.Activation;
import dev.figment.nn.BatchNormalization;
import dev.figment.nn.Dense;
import dev.figment.nn.Dropout;
import dev.figment.nn.Layer;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.Network;
import dev.figment.nn.Shape;
import dev.figment.nn.Sigmoid;
import dev.figment.optim.Sgd;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vectors of two numbers, four in a batch; the discriminator is σ(w·x + b). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GanTest {
  private static final int BATCH = 4;
  private static final float[] REALS = {1, 2, -1, 0.5f, 3, -2, 0, 1};
  private static final List<Layer> DISCRIMINATOR = List.of(new Dense(1, Activation.SIGMOID));
  private static final Sgd SGD = new Sgd(0.1, 0, null, null);

  private static GanRecipe recipe(
      List<Layer> discriminator,
      AdversarialLoss loss,
      Targets targets,
      Updates updates,
      int steps) {
    return new GanRecipe(
        3,
        List.of(new Dense(5), new BatchNormalization(), new Dense(2)),
        discriminator,
        loss,
        targets,
        updates,
        Reals.FULL,
        steps,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        Optimizers.same(SGD));
  }

  private static GanRecipe plain(AdversarialLoss loss) {
    return recipe(DISCRIMINATOR, loss, Targets.PLAIN, Updates.MIXED, 1);
  }

  private static Gan gan(GanRecipe recipe) {
    return (Gan)
        recipe.create(
            new ModelContext(
                ExampleForm.of(Shape.vector(2)), BATCH, new RandomStreams(1), Device.CPU));
  }

  private static Batch reals() {
    return new Batch(Tensor.of(REALS, BATCH, 2), null, BATCH);
  }

  private static String weights(Network network) {
    StringBuilder all = new StringBuilder();
    network
        .parameters()
        .trainable()
        .tensors()
        .forEach(each -> all.append(Arrays.toString(each.toArray())));
    return all.toString();
  }

  private static void run(Phase phase) {
    Losses losses = phase.objective().of(reals());
    phase.optimizer().step(Gradients.of(losses.total(), phase.parameters().tensors()));
  }

  @ParameterizedTest
  @EnumSource
  void each_phase_updates_its_own_network_and_no_other(Updates updates) {
    List<Layer> discriminator =
        List.of(new Dense(6), new LeakyRelu(0.2), new Dropout(0.3), new Dense(1));
    GanRecipe recipe = recipe(discriminator, new BinaryCrossEntropy(), Targets.PLAIN, updates, 1);
    try (Scope scope = Scope.open();
        Gan gan = gan(recipe)) {
      for (Phase phase : gan.phases()) {
        boolean isGenerator = phase.name().equals("generator");
        Network updated = gan.networks().get(isGenerator ? 0 : 1);
        Network other = gan.networks().get(isGenerator ? 1 : 0);
        String before = weights(updated);
        String still = weights(other);
        run(phase);
        assertThat(weights(updated)).isNotEqualTo(before);
        assertThat(weights(other)).isEqualTo(still);
      }
    }
  }

  private static List<String> names(Updates updates, int steps) {
    GanRecipe recipe =
        recipe(DISCRIMINATOR, new BinaryCrossEntropy(), Targets.PLAIN, updates, steps);
    try (Model gan = gan(recipe)) {
      return gan.phases().stream()
          .map(phase -> phase.name() + " " + phase.times() + (phase.fresh() ? " fresh" : ""))
          .toList();
    }
  }

  @Test
  void a_mixed_discriminator_has_one_update_and_a_separate_one_two() {
    assertThat(names(Updates.MIXED, 1)).containsExactly("discriminator 1", "generator 1");
    assertThat(names(Updates.SEPARATE, 1))
        .containsExactly("discriminator 1 fresh", "discriminator 1", "generator 1");
  }

  @Test
  void several_discriminator_steps_meet_real_and_generated_in_turn() {
    assertThat(names(Updates.MIXED, 3)).containsExactly("discriminator 3", "generator 1");
    assertThat(names(Updates.SEPARATE, 2))
        .containsExactly(
            "discriminator 1 fresh",
            "discriminator 1",
            "discriminator 1 fresh",
            "discriminator 1",
            "generator 1");
  }

  /** w·x + b of a batch of pairs, in plain arithmetic. */
  private static double[] logits(Gan gan, float[] pairs) {
    float[] w = gan.networks().get(1).parameters().get("0.weight").toArray();
    float[] b = gan.networks().get(1).parameters().get("0.bias").toArray();
    double[] logits = new double[pairs.length / 2];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (double) w[0] * pairs[2 * i] + (double) w[1] * pairs[2 * i + 1] + b[0];
    }
    return logits;
  }

  /** What the generator makes of the first or a later draw of noise. */
  private static float[] fakes(Gan gan, int draw) {
    RandomStream stream = RandomStream.named("latent", 1);
    Noise.normals(stream, 3 * BATCH * draw);
    Tensor z = Noise.normal(stream, BATCH, 3);
    return gan.networks()
        .get(0)
        .apply(z, dev.figment.nn.Pass.training(RandomStream.named("dropout", 1)))
        .toArray();
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double crossEntropy(double[] logits, double... targets) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double p = sigmoid(logits[i]);
      double t = targets.length == 1 ? targets[0] : targets[i];
      sum -= t * Math.log(p) + (1 - t) * Math.log(1 - p);
    }
    return sum / logits.length;
  }

  @Test
  void the_discriminator_is_told_the_sigmoids_cross_entropy_though_the_loss_takes_logits() {
    Targets targets =
        new Targets(new Interval(0.9, 0.9), new Interval(0.2, 0.2), new Interval(0.7, 0.7));
    GanRecipe recipe = recipe(DISCRIMINATOR, new BinaryCrossEntropy(), targets, Updates.MIXED, 1);
    try (Scope scope = Scope.open();
        Gan gan = gan(recipe)) {
      double real = crossEntropy(logits(gan, REALS), 0.9);
      double fake = crossEntropy(logits(gan, fakes(gan, 0)), 0.2);
      double generated = crossEntropy(logits(gan, fakes(gan, 1)), 0.7);
      assertThat(gan.phases().get(0).objective().of(reals()).total().item())
          .isCloseTo((real + fake) / 2, within(1e-5));
      assertThat(gan.phases().get(1).objective().of(reals()).total().item())
          .isCloseTo(generated, within(1e-5));
    }
  }

  @Test
  void targets_of_an_interval_are_drawn_for_each_example() {
    Targets targets = new Targets(new Interval(0.7, 1.2), new Interval(0, 0), new Interval(1, 1));
    GanRecipe recipe =
        recipe(DISCRIMINATOR, new BinaryCrossEntropy(), targets, Updates.SEPARATE, 1);
    try (Scope scope = Scope.open();
        Gan gan = gan(recipe)) {
      RandomStream stream = RandomStream.named("targets", 1);
      double[] drawn = new double[BATCH];
      for (int i = 0; i < BATCH; i++) {
        drawn[i] = 0.7 + 0.5 * stream.nextDouble();
      }
      assertThat(gan.phases().get(0).objective().of(reals()).total().item())
          .isCloseTo(crossEntropy(logits(gan, REALS), drawn), within(1e-5));
    }
  }

  @Test
  void minimax_and_least_squares_are_the_papers_formulas() {
    try (Scope scope = Scope.open();
        Gan gan = gan(plain(new Minimax()))) {
      double expected =
          Arrays.stream(logits(gan, fakes(gan, 0))).map(x -> Math.log(1 - sigmoid(x))).sum() / 4;
      assertThat(gan.phases().get(1).objective().of(reals()).total().item())
          .isCloseTo(expected, within(1e-5));
    }
    try (Scope scope = Scope.open();
        Gan gan = gan(leastSquares(new Dense(1), Targets.PLAIN))) {
      double expected = halfSquare(logits(gan, fakes(gan, 0)), 1);
      assertThat(gan.phases().get(1).objective().of(reals()).total().item())
          .isCloseTo(expected, within(1e-5));
    }
  }

  private static GanRecipe leastSquares(Layer discriminator, Targets targets) {
    return recipe(List.of(discriminator), new LeastSquares(), targets, Updates.MIXED, 1);
  }

  private static double halfSquare(double[] outputs, double target) {
    return Arrays.stream(outputs).map(x -> (x - target) * (x - target) / 2).average().orElseThrow();
  }

  @Test
  void least_squares_leaves_a_sigmoid_where_the_recipe_has_it() {
    try (Scope scope = Scope.open();
        Gan gan = gan(leastSquares(new Dense(1, Activation.SIGMOID), Targets.PLAIN))) {
      double[] real = Arrays.stream(logits(gan, REALS)).map(GanTest::sigmoid).toArray();
      double[] fake = Arrays.stream(logits(gan, fakes(gan, 0))).map(GanTest::sigmoid).toArray();
      double[] generated =
          Arrays.stream(logits(gan, fakes(gan, 1))).map(GanTest::sigmoid).toArray();
      assertThat(gan.phases().get(0).objective().of(reals()).total().item())
          .isCloseTo((halfSquare(real, 1) + halfSquare(fake, 0)) / 2, within(1e-5));
      assertThat(gan.phases().get(1).objective().of(reals()).total().item())
          .isCloseTo(halfSquare(generated, 1), within(1e-5));
    }
  }

  @Test
  void generated_examples_move_the_generators_running_statistics_in_both_phases() {
    try (Scope scope = Scope.open();
        Gan gan = gan(plain(new BinaryCrossEntropy()))) {
      Tensor mean = gan.networks().get(0).parameters().get("1.running_mean");
      for (Phase phase : gan.phases()) {
        float[] before = mean.toArray();
        phase.objective().of(reals());
        assertThat(mean.toArray()).as(phase.name()).isNotEqualTo(before);
      }
    }
  }

  @Test
  void a_sigmoid_layer_of_its_own_is_folded_like_an_activation() {
    List<Layer> written = List.of(new Dense(1), new Sigmoid());
    for (List<Layer> discriminator :
        List.of(DISCRIMINATOR, written, List.<Layer>of(new Dense(1)))) {
      GanRecipe recipe =
          recipe(discriminator, new BinaryCrossEntropy(), Targets.PLAIN, Updates.MIXED, 1);
      try (Scope scope = Scope.open();
          Gan gan = gan(recipe)) {
        double expected =
            (crossEntropy(logits(gan, REALS), 1) + crossEntropy(logits(gan, fakes(gan, 0)), 0)) / 2;
        assertThat(gan.phases().get(0).objective().of(reals()).total().item())
            .isCloseTo(expected, within(1e-5));
      }
    }
  }
}
