package dev.figment.model.vae;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.figment.FigmentException;
import dev.figment.data.Batch;
import dev.figment.data.ExampleForm;
import dev.figment.data.Range;
import dev.figment.model.Losses;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VaeTest {
  private static final float[] PIXELS = {1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0};
  private static final int EXAMPLES = 3;
  private static final int SIZE = 4;

  private static final String ONE_NUMBER =
      """
      vae:
        latent: 1
        encoder: [{dense: {units: 6, activation: tanh}}]
        decoder: [{dense: {units: 6, activation: tanh, initializer: {normal: 1}}}, {dense: {units: 4, initializer: {normal: 1}}}]
        %s
        optimizer: {adam: 1e-2}
      """;

  private static Vae model(String more) {
    ModelRecipe recipe = RecipeText.read(ONE_NUMBER.formatted(more), ModelRecipe.class);
    ExampleForm form = new ExampleForm(Shape.vector(SIZE), List.of("a", "b"), Range.ZERO_TO_ONE);
    return (Vae) recipe.create(new ModelContext(form, EXAMPLES, new RandomStreams(1), Device.CPU));
  }

  private static Batch batch() {
    return new Batch(
        Tensor.of(PIXELS, EXAMPLES, SIZE), Tensor.ofLongs(new long[] {0, 1, 0}, 3), EXAMPLES);
  }

  /** log ∫ p(x|z) N(z; 0, 1) dz by the midpoint rule, one for each example. */
  private static double[] logLikelihoods(Vae model) {
    int points = 4000;
    float[] z = new float[points];
    double step = 16.0 / points;
    for (int i = 0; i < points; i++) {
      z[i] = (float) (-8 + (i + 0.5) * step);
    }
    float[] white = model.decode(Tensor.of(z, points, 1), null).toArray();
    double[] logs = new double[EXAMPLES];
    for (int example = 0; example < EXAMPLES; example++) {
      double integral = 0;
      for (int i = 0; i < points; i++) {
        double density = Math.exp(-0.5 * z[i] * z[i]) / Math.sqrt(2 * Math.PI);
        for (int pixel = 0; pixel < SIZE; pixel++) {
          double p = white[i * SIZE + pixel];
          density *= PIXELS[example * SIZE + pixel] == 1 ? p : 1 - p;
        }
        integral += density * step;
      }
      logs[example] = Math.log(integral);
    }
    return logs;
  }

  /** One for each example. */
  private static List<RandomStream> streams(int seed) {
    return IntStream.range(0, EXAMPLES)
        .mapToObj(i -> RandomStream.named("draws/" + i, seed))
        .toList();
  }

  /**
   * The mean of the bound with so many importance samples, over the same 20,000 draws in groups of
   * as many.
   */
  private static double bound(Vae model, int samples, int example) {
    List<RandomStream> streams = streams(1);
    int draws = 20_000 / samples;
    double sum = 0;
    for (int i = 0; i < draws; i += 100) {
      try (Scope scope = Scope.open()) {
        Tensor weights = model.logWeights(batch(), samples * 100, streams);
        Tensor bounds =
            weights
                .narrow(0, example, 1)
                .reshape(100, samples)
                .logSumExp(1, false)
                .minus(Math.log(samples));
        sum += bounds.sum().item();
      }
    }
    return sum / ((draws + 99) / 100 * 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"beta: 1", "flow: {steps: 2, hidden: 4, context: 2}"})
  void the_elbo_is_below_the_log_likelihood_and_more_samples_tighten_the_bound(String posterior) {
    try (Scope scope = Scope.open();
        Vae model = model(posterior)) {
      double[] exact = logLikelihoods(model);
      for (int example = 0; example < EXAMPLES; example++) {
        double elbo = bound(model, 1, example);
        double five = bound(model, 5, example);
        double fifty = bound(model, 50, example);
        assertThat(elbo).isLessThan(five - 0.01);
        assertThat(five).isLessThan(fifty);
        assertThat(fifty).isLessThan(exact[example] + 0.005);
        assertThat(fifty).isCloseTo(exact[example], offset(0.05));
      }
    }
  }

  @Test
  void what_is_validated_is_the_elbo_of_one_draw_with_the_exact_divergence() {
    try (Scope scope = Scope.open();
        Vae model = model("beta: 3")) {
      double sum = 0;
      int draws = 4000;
      RandomStream stream = RandomStream.named("draws", 1);
      for (int i = 0; i < draws; i++) {
        try (Scope inner = Scope.open()) {
          sum += model.validate(batch(), stream).get("elbo").narrow(0, 0, 1).item() / draws;
        }
      }
      assertThat(sum).isCloseTo(bound(model, 1, 0), offset(0.03));
    }
  }

  @Test
  void reconstruction_divergence_elbo_and_bits_agree() {
    try (Scope scope = Scope.open();
        Vae model = model("beta: 3")) {
      Map<String, Tensor> values = model.validate(batch(), RandomStream.named("v", 1));
      Tensor sum = values.get("reconstruction").plus(values.get("kl")).negated();
      assertClose("elbo", values.get("elbo"), sum.toArray());
      assertClose("bits", values.get("bitsPerDim"), sum.times(-1 / (SIZE * Math.log(2))).toArray());
    }
  }

  private static Losses loss(Vae model) {
    return model.phases().get(0).objective().of(batch());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "4"})
  void beta_weighs_the_divergence_and_both_are_reported_apart(double beta) {
    try (Scope scope = Scope.open();
        Vae model = model("beta: " + beta)) {
      Losses losses = loss(model);
      double expected =
          losses.terms().get("loss/reconstruction").item()
              + beta * losses.terms().get("loss/kl").item();
      assertThat(losses.total().item()).isCloseTo(expected, offset(1e-5));
    }
  }

  @Test
  void the_reparameterised_gradient_is_that_of_the_loss_at_the_same_noise() {
    try (Scope scope = Scope.open();
        Vae model = model("flow: {steps: 1, hidden: 4, context: 2}")) {
      Tensor weight = model.networks().get(0).parameters().get("1.log_variance.weight");
      double gradient =
          Gradients.of(at(model), List.of(weight)).get(0).narrow(0, 0, 1).narrow(1, 0, 1).item();
      double high;
      double low;
      try (Gradients.Paused paused = Gradients.pause()) {
        Tensor number = weight.narrow(0, 0, 1).narrow(1, 0, 1);
        number.shift(1e-2);
        high = at(model).item();
        number.shift(-2e-2);
        low = at(model).item();
      }
      assertThat((high - low) / 2e-2).isCloseTo(gradient, offset(2e-3));
    }
  }

  /** −ELBO with the noise of a stream that begins anew. */
  private static Tensor at(Vae model) {
    VaeNetworks networks = model.ways();
    return networks
        .bound(batch(), 1, Pass.inference(), RandomStream.named("fixed", 1))
        .logWeights()
        .mean()
        .negated();
  }

  @ParameterizedTest
  @ValueSource(strings = {"beta: 1", "flow: {steps: 2, hidden: 4, context: 2}", "labelUnits: 3"})
  void weights_depend_on_their_example_and_its_stream_alone(String kind) {
    try (Scope scope = Scope.open();
        Vae model = model(kind)) {
      float[] together = model.logWeights(batch(), 6, streams(1)).toArray();
      for (int example = 0; example < EXAMPLES; example++) {
        Batch alone =
            new Batch(
                batch().examples().narrow(0, example, 1),
                batch().labels().narrow(0, example, 1),
                1);
        List<RandomStream> own = streams(1).subList(example, example + 1);
        float[] first = model.logWeights(alone, 2, own).toArray();
        float[] others = model.logWeights(alone, 4, own).toArray();
        for (int i = 0; i < 6; i++) {
          assertThat(together[6 * example + i])
              .isCloseTo(i < 2 ? first[i] : others[i - 2], offset(1e-5f));
        }
      }
    }
  }

  @Test
  void several_importance_samples_make_the_loss_their_bound() {
    try (Scope scope = Scope.open();
        Vae model = model("importanceSamples: 8")) {
      RandomStream same = RandomStream.named("posterior", 1);
      Tensor weights = model.ways().bound(batch(), 8, Pass.inference(), same).logWeights();
      double expected = -weights.logSumExp(1, false).minus(Math.log(8)).mean().item();
      assertThat(loss(model).total().item()).isCloseTo(expected, offset(1e-5));
    }
  }

  @Test
  void a_conditional_model_encodes_and_makes_by_class() {
    try (Scope scope = Scope.open();
        Vae model = model("labelUnits: 3")) {
      Tensor z = Tensor.full(0.5, 2, 1);
      float[] made = model.sample(z, Tensor.ofLongs(new long[] {0, 1}, 2)).toArray();
      assertThat(model.classes()).isEqualTo(2);
      assertThat(List.of(made[0], made[1])).isNotEqualTo(List.of(made[4], made[5]));
      assertThat(loss(model).total().item()).isFinite();
    }
  }

  @Test
  void repeated_rows_stand_one_after_the_other() {
    try (Scope scope = Scope.open()) {
      Tensor rows = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
      assertThat(Posterior.repeated(rows, 2).toArray()).containsExactly(1, 2, 1, 2, 3, 4, 3, 4);
      Tensor images = Noise.normal(RandomStream.named("x", 1), 2, 3, 4, 5);
      Tensor many = Posterior.repeated(images, 3);
      assertThat(many.shape()).containsExactly(6, 3, 4, 5);
      assertThat(many.narrow(0, 5, 1).toArray()).isEqualTo(images.narrow(0, 1, 1).toArray());
    }
  }

  static List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    mistakes.add("beta: -1|vae: beta must be at least 0, got -1.0");
    mistakes.add(
        "beta: 2, importanceSamples: 5|vae: beta must be 1 where importanceSamples is above 1, got"
            + " 2.0");
    mistakes.add("flow: {hidden: 4, context: 0}|flow: context must be at least 1, got 0");
    return mistakes;
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("mistakes")
  void values_that_make_no_sense_are_refused(String mistake) {
    String[] parts = mistake.split("\\|");
    String yaml =
        ONE_NUMBER
            .formatted("likelihood: bernoulli")
            .replace("likelihood: bernoulli", parts[0].replace(", importance", "\n  importance"));
    assertThatThrownBy(() -> RecipeText.read(yaml, ModelRecipe.class))
        .isInstanceOf(FigmentException.class)
        .hasMessageContaining(parts[1]);
  }

  @Test
  void a_decoder_of_the_wrong_shape_and_unlabeled_classes_are_refused() {
    ModelRecipe gaussian =
        RecipeText.read(ONE_NUMBER.formatted("likelihood: gaussian"), ModelRecipe.class);
    assertThatThrownBy(() -> gaussian.architectures(ExampleForm.of(Shape.vector(SIZE))))
        .hasMessage(
            "expected the decoder to give 8 for examples of 4 and likelihood: gaussian, got 4."
                + " Change its last layers, or the data's size or colors.");
    ModelRecipe conditional =
        RecipeText.read(ONE_NUMBER.formatted("labelUnits: 2"), ModelRecipe.class);
    assertThatThrownBy(() -> conditional.architectures(ExampleForm.of(Shape.vector(SIZE))))
        .hasMessage(
            "vae: expected examples with classes, got unlabeled ones. Put the images into one"
                + " folder per class, or leave labelUnits out (model.vae.labelUnits=null).");
  }
}
