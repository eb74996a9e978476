package dev.figment.model.adversarial.gan;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.ModelContext;
import dev.figment.model.adversarial.Updates;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual batch normalization in a GAN: what it refers to, and that nothing else reaches in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceTest {
  private static final ExampleForm FORM =
      new ExampleForm(Shape.vector(2), List.of("a", "b"), Range.MINUS_ONE_TO_ONE);
  private static final String GENERATOR =
      "generator: [{dense: 2}, {virtualBatchNormalization: 3}]\n";
  private static final String DISCRIMINATOR =
      "discriminator: [{virtualBatchNormalization: 3}, {dense: 1}]\nloss: wasserstein\n";
  private static final String BENT =
      "discriminator: [{dense: 3}, {virtualBatchNormalization: 2}, tanh, {dense: 1}]\n"
          + "loss: wasserstein\n";

  private static Pass training() {
    return Pass.training(RandomStream.named("dropout", 1));
  }

  private static ImageSet examples() {
    int count = 50;
    float[] numbers = Noise.normals(RandomStream.named("examples", 1), 2 * count);
    int[] labels = IntStream.range(0, count).map(i -> i % 2).toArray();
    return ImageSet.ofFloats("fifty", FORM.shape(), FORM.classes(), labels, numbers);
  }

  private static Gan gan(String recipe, long seed, ImageSet examples) {
    ModelContext context = new ModelContext(FORM, 4, new RandomStreams(seed), Device.CPU, examples);
    return (Gan) Tried.recipe(recipe).create(context);
  }

  /** Which of the four pairs the discriminator refers to, as the recipe's seed has it. */
  private static int[] chosen() {
    return RandomStream.named("reference", 1).ints(0, 4).distinct().limit(3).toArray();
  }

  /** Mean and population variance of one of the two numbers of the chosen pairs. */
  private static double[] moments(int which) {
    double sum = 0;
    double squares = 0;
    for (int each : chosen()) {
      double value = Tried.REALS[2 * each + which];
      sum += value / 3;
      squares += value * value / 3;
    }
    return new double[] {sum, squares - sum * sum};
  }

  @Test
  void what_is_made_of_a_point_does_not_depend_on_its_companions_in_training() {
    try (Tried tried = Tried.of(GENERATOR + "labels: {mode: projection}");
        Reference latents = latents()) {
      GanGenerator generator = generator(tried, latents);
      Tensor z = Noise.normal(RandomStream.named("z", 1), 1, 3);
      Tensor others = Noise.normal(RandomStream.named("others", 1), 5, 3).times(30);
      Tensor all = Tensor.concatenate(0, List.of(z, others));
      Tensor classes = Tensor.ofLongs(new long[] {1, 0, 0, 1, 1, 1}, 6);
      Tensor alone = generator.apply(z, classes.narrow(0, 0, 1), training());
      Tensor together = generator.apply(all, classes, training());
      assertThat(alone.shape()).containsExactly(1, 2);
      assertThat(together.shape()).containsExactly(6, 2);
      assertClose("of the first", together.narrow(0, 0, 1), alone.toArray());
    }
  }

  private static Reference latents() {
    ModelContext setup = new ModelContext(FORM, 4, new RandomStreams(1), Device.CPU, examples());
    return Reference.ofLatents(Tried.recipe(GENERATOR).generator(), 3, setup);
  }

  private static GanGenerator generator(Tried tried, Reference latents) {
    RandomStream random = RandomStream.named("latent", 1);
    return new GanGenerator(
        tried.gan.networks().get(0), tried.gan.networks().get(2), 3, random, latents);
  }

  @Test
  void the_statistics_of_a_discriminator_are_those_of_the_chosen_examples_after_each_phase() {
    try (Tried tried = Tried.of(DISCRIMINATOR)) {
      for (String phase : List.of("discriminator", "generator")) {
        tried.tensor("discriminator", "0.reference_mean").fill(9);
        tried.step(phase);
        float[] mean = tried.weights("discriminator", "0.reference_mean");
        float[] variance = tried.weights("discriminator", "0.reference_var");
        for (int i = 0; i < 2; i++) {
          assertThat((double) mean[i]).isCloseTo(moments(i)[0], within(1e-5));
          assertThat((double) variance[i]).isCloseTo(moments(i)[1], within(1e-5));
        }
      }
    }
  }

  @Test
  void the_statistics_of_a_generator_are_those_of_fixed_points() {
    try (Tried tried = Tried.of(GENERATOR)) {
      RandomStream stream = RandomStream.named("reference", 1);
      stream.ints(3, 0, 4).toArray(); // the classes
      Tensor points = Noise.normal(stream, 3, 3);
      float[] w = tried.weights("generator", "0.weight");
      Tensor made = points.linear(Tensor.of(w, 2, 3), null);
      tried.losses("generator");
      float[] expected = made.mean(new long[] {0}, false).toArray();
      assertClose("mean", tried.tensor("generator", "1.reference_mean"), expected);
      tried.losses("discriminator");
      assertClose("again", tried.tensor("generator", "1.reference_mean"), expected);
    }
  }

  /** A pair has no pixels, so that its own mean is itself and its own variance 0. */
  @ParameterizedTest
  @EnumSource(Updates.class)
  void scores_are_of_the_batch_alone_normalized_by_reference_and_self(Updates updates) {
    try (Tried tried = Tried.of(DISCRIMINATOR + "updates: " + updates)) {
      float[] w = tried.weights("discriminator", "1.weight");
      double score = 0;
      for (int i = 0; i < Tried.REALS.length; i++) {
        score += w[i % 2] * normalized(Tried.REALS[i], moments(i % 2)) / Tried.BATCH;
      }
      var losses = tried.losses("discriminator");
      assertThat(losses.statistics().get("scores/real").item()).isCloseTo(score, within(1e-5));
    }
  }

  private static double normalized(double x, double[] moments) {
    double apart = (x - moments[0]) * (x - moments[0]);
    double variance = 0.75 * moments[1] + 0.75 * 0.25 * apart;
    return (x - 0.75 * moments[0] - 0.25 * x) / Math.sqrt(variance + 0.001);
  }

  @Test
  void the_slope_of_a_score_is_the_examples_own() {
    try (Scope scope = Scope.open()) {
      Gan gan = gan(BENT + "labels: {mode: joined}", 1, examples());
      Tensor x = Noise.normal(RandomStream.named("x", 1), 4, 2).differentiable();
      Tensor classes = Tensor.ofLongs(Tried.CLASSES, 4);
      Tensor scores = gan.discriminator().apply(x, classes, training()).logits();
      assertThat(scores.shape()).containsExactly(4, 1);
      Tensor slope = Gradients.of(scores.narrow(0, 1, 1).sum(), List.of(x)).get(0).abs();
      assertThat(slope.narrow(0, 1, 1).sum().item()).isPositive();
      assertThat(slope.narrow(0, 0, 1).sum().item()).isZero();
      assertThat(slope.narrow(0, 2, 2).sum().item()).isZero();
      gan.close();
    }
  }

  /** Along the gradient a small step changes the loss by the gradient's length. */
  @ParameterizedTest
  @ValueSource(
      strings = {"gradientPenalty: {weight: 10}", "dragan: {weight: 10}", "r1: {gamma: 10}"})
  void a_penalty_on_slopes_is_differentiated_through_the_references_statistics(String penalty) {
    String recipe = BENT + "penalties: [%s]".formatted(penalty);
    float[] weights;
    float[] gradient;
    try (Tried tried = Tried.of(recipe)) {
      weights = tried.weights("discriminator", "0.weight");
      Tensor total = tried.losses("discriminator").total();
      gradient =
          Gradients.of(total, List.of(tried.tensor("discriminator", "0.weight"))).get(0).toArray();
    }
    double slope =
        Math.sqrt(
            IntStream.range(0, gradient.length).mapToDouble(i -> gradient[i] * gradient[i]).sum());
    double step = 1e-3;
    double above = totalAt(recipe, weights, gradient, step / slope);
    double below = totalAt(recipe, weights, gradient, -step / slope);
    assertThat((above - below) / (2 * step)).isCloseTo(slope, within(0.02 * slope));
  }

  private static double totalAt(String recipe, float[] weights, float[] direction, double by) {
    float[] moved = new float[weights.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (float) (weights[i] + by * direction[i]);
    }
    try (Tried tried = Tried.of(recipe)) {
      tried.set("discriminator", "0.weight", moved);
      return tried.total("discriminator");
    }
  }

  @Test
  void the_same_seed_chooses_the_same_reference_and_another_seed_another() {
    String recipe = GENERATOR + DISCRIMINATOR + "labels: {mode: joined}";
    try (Scope scope = Scope.open()) {
      Gan first = gan(recipe, 7, examples());
      Gan again = gan(recipe, 7, examples());
      Gan other = gan(recipe, 8, examples());
      assertThat(numbers(again)).isEqualTo(numbers(first));
      assertThat(numbers(other)).isNotEqualTo(numbers(first));
      List.of(first, again, other).forEach(Gan::close);
    }
  }

  private static List<float[]> asArrays(Reference reference) {
    return List.of(reference.inputs().toArray(), reference.classes().toFloats().toArray());
  }

  private static String numbers(Gan gan) {
    StringBuilder numbers = new StringBuilder();
    for (Reference each : List.of(gan.generator().reference(), gan.discriminator().reference())) {
      asArrays(each).forEach(array -> numbers.append(Arrays.toString(array)));
    }
    return numbers.toString();
  }

  @Test
  void examples_of_a_reference_come_with_their_classes() {
    ImageSet set = examples();
    try (Scope scope = Scope.open()) {
      Gan gan = gan(DISCRIMINATOR + "labels: {mode: joined}", 1, set);
      Reference reference = gan.discriminator().reference();
      float[] inputs = reference.inputs().toArray();
      float[] classes = reference.classes().toFloats().toArray();
      int[] which = RandomStream.named("reference", 1).ints(0, 50).distinct().limit(3).toArray();
      for (int i = 0; i < 3; i++) {
        float[] example = new float[2];
        set.copyFloats(which[i], example, 0);
        assertThat(inputs).contains(example[0], Index.atIndex(2 * i));
        assertThat((int) classes[i]).isEqualTo(set.label(which[i]));
      }
      gan.close();
    }
  }

  @Test
  void a_model_made_to_be_used_needs_none() {
    try (Scope scope = Scope.open()) {
      Gan gan = gan(GENERATOR + DISCRIMINATOR, 1, null);
      assertThat(gan.generator().reference()).isNull();
      Tensor z = Noise.normal(RandomStream.named("z", 1), 2, 3);
      Tensor made = gan.sample(z, null);
      assertThat(made.allFinite().item()).isOne();
      gan.close();
    }
  }
}
