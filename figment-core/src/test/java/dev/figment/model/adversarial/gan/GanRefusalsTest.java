package dev.figment.model.adversarial.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.FigmentException;
import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.ModelContext;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not go together is refused before training, with the reason and what to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GanRefusalsTest {
  private static final ExampleForm PAIRS =
      new ExampleForm(Shape.vector(2), List.of("a", "b"), Range.ZERO_TO_ONE);

  private static void refused(String recipe, String message) {
    assertThatThrownBy(() -> Tried.recipe(recipe))
        .isInstanceOf(FigmentException.class)
        .hasMessageEndingWith(message);
  }

  private static void refusedFor(ExampleForm form, String recipe, String message) {
    GanRecipe read = Tried.recipe(recipe);
    assertThatThrownBy(() -> read.architectures(form))
        .isInstanceOf(FigmentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gradientPenalty", "dragan", "r1"})
  void batch_normalization_in_a_discriminator_whose_slope_is_penalized(String penalty) {
    String reason =
        "gan: %s takes the discriminator's slope at each example by itself, and batchNormalization"
            + " in discriminator/1 makes what it says of one depend on the others. Leave it out;"
            + " spectralNormalization can wrap layers instead.";
    refused(
        "discriminator: [{dense: 2}, batchNormalization, {dense: 1}]\npenalties: [%s: {}]"
            .formatted(penalty),
        reason.formatted(penalty));
    refused(
        "discriminator: [{dense: 2}, {residual: [batchNormalization]}, {dense: 1}]\npenalties: [%s: {}]"
            .formatted(penalty),
        reason.formatted(penalty));
  }

  @Test
  void conditional_batch_normalization_where_a_slope_is_penalized() {
    refused(
        "discriminator: [{dense: 2}, {residual: [{conditionalBatchNormalization: 2}]}]\n"
            + "labels: {mode: projection}\npenalties: [r1]",
        "gan: r1 takes the discriminator's slope at each example by itself, and"
            + " conditionalBatchNormalization in discriminator/1 makes what it says of one depend"
            + " on the others. Leave it out; spectralNormalization can wrap layers instead.");
  }

  @ParameterizedTest
  @CsvSource({"generator, 2", "discriminator, 1"})
  void conditional_batch_normalization_that_nothing_tells_the_class(String network, int units) {
    refusedFor(
        PAIRS,
        "%s: [{dense: %d}, {residual: [{conditionalBatchNormalization: 2}]}]"
            .formatted(network, units),
        "gan: %s/1 conditionalBatchNormalization: expected labels, which tell it the class of each"
                .formatted(network)
            + " example, got none. Add labels: {mode: projection}, or use batchNormalization.");
  }

  @Test
  void conditional_batch_normalization_in_a_discriminator_that_is_to_find_the_class_out() {
    refusedFor(
        PAIRS,
        "discriminator: [{conditionalBatchNormalization: 2}, {dense: 3}]\n"
            + "labels: {mode: auxiliary}",
        "gan: with labels: auxiliary the discriminator has to find the class out, and"
            + " conditionalBatchNormalization in discriminator/0 would be told it. Use"
            + " batchNormalization there, or labels: {mode: projection}.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generator", "discriminator"})
  void conditional_batch_normalization_of_more_classes_than_the_data_has(String network) {
    refusedFor(
        PAIRS,
        "labels: {mode: projection}\n%s: [{dense: 2}, {conditionalBatchNormalization: 3}]"
            .formatted(network),
        "gan: %s/1 conditionalBatchNormalization: expected 2 classes, as the data has, got 3. Set"
                .formatted(network)
            + " its classes to 2.");
  }

  @Test
  void batch_normalization_under_drift_or_clipping_is_allowed() {
    assertThat(
            Tried.recipe(
                "discriminator: [{dense: 2}, batchNormalization, {dense: 1}]\nloss: wasserstein\n"
                    + "penalties: [drift]\nweightClip: 0.01"))
        .isNotNull();
  }

  @Test
  void a_gradient_penalty_where_real_and_generated_never_meet() {
    refused(
        "loss: wasserstein\nupdates: separate\npenalties: [gradientPenalty]",
        "gan: gradientPenalty looks between real and generated examples, which never meet with"
            + " updates: separate. Set updates to mixed.");
  }

  @Test
  void lazy_r1_with_a_rule_that_cannot_be_paced() {
    refused(
        "penalties: [r1: {every: 16}]",
        "gan: r1 with every above 1 has updates of its own, for which adam is paced,"
            + " and optimizer.discriminator is another rule. Use adam there, or leave the penalty"
            + " out.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wasserstein", "hinge"})
  void a_discriminator_that_bounds_what_a_loss_takes_unbounded(String loss) {
    refusedFor(
        PAIRS,
        "discriminator: [{dense: {units: 1, activation: sigmoid}}]\nloss: " + loss,
        "gan: %s takes any numbers, and the discriminator ends in an activation that bounds them."
                .formatted(loss)
            + " Leave it out, for example: dense: 1.");
  }

  @Test
  void bounded_logits_of_classes_but_not_a_bounded_number_near_targets() {
    String bounded =
        "discriminator: [{dense: {units: %d, activation: sigmoid}}]\nloss: leastSquares";
    refusedFor(
        PAIRS,
        bounded.formatted(3) + "\nlabels: {mode: auxiliary}",
        "gan: leastSquares takes any numbers, and the discriminator ends in an activation that"
            + " bounds them. Leave it out, for example: dense: 3.");
    assertThat(Tried.recipe(bounded.formatted(1)).architectures(PAIRS)).hasSize(2);
  }

  @Test
  void targets_with_which_the_generator_would_want_to_be_found_out() {
    refused(
        "loss: leastSquares\ntargets: {real: 0, fake: 1}",
        "gan: expected targets.generator to be as near to targets.real as to targets.fake, got 1.0"
            + " with 0.0 and 1.0: the generator would learn to be told apart. Set it to what real"
            + " examples are told.");
    assertThat(Tried.recipe("loss: leastSquares\ntargets: {real: 1, fake: -1, generator: 0}"))
        .isNotNull();
  }

  @Test
  void targets_that_a_loss_would_not_look_at() {
    refused(
        "loss: hinge\ntargets: {real: 0.9}",
        "gan: targets are for losses that are told what to say of an example, such as"
            + " binaryCrossEntropy, and hinge is not. Leave targets out.");
    refused(
        "loss: minimax\ntargets: {generator: 0.9}",
        "gan: with minimax the generator has no target. Leave targets.generator out.");
    refused(
        "loss: maximumLikelihood\ntargets: {real: 0, fake: 1}",
        "gan: with maximumLikelihood the generator wants high outputs, and targets say that low"
            + " ones are real. Make targets.real higher than targets.fake.");
    assertThat(Tried.recipe("loss: minimax\ntargets: {real: 0.9}").targets().real().middle())
        .isEqualTo(0.9);
  }

  @Test
  void references_of_different_sizes_in_one_network() {
    refused(
        "discriminator: [{dense: 2}, {virtualBatchNormalization: 2}, {residual:"
            + " [{virtualBatchNormalization: 3}]}, {dense: 1}]",
        "gan: discriminator/2 virtualBatchNormalization: expected a reference of 2, as in"
            + " discriminator/1, got 3. One reference goes through the whole network: make them"
            + " equal.");
    assertThat(
            Tried.recipe(
                "generator: [{virtualBatchNormalization: 3}, {dense: 2}]\n"
                    + "discriminator: [{virtualBatchNormalization: 2}, {dense: 1}]"))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"minibatchStandardDeviation", "minibatchDiscrimination"})
  void comparisons_within_a_batch_that_has_a_reference_in_front(String layer) {
    refused(
        "discriminator: [%s, {virtualBatchNormalization: 2}, {dense: 1}]".formatted(layer),
        "gan: discriminator/0 %s compares the examples of a batch with each other, and"
                .formatted(layer)
            + " virtualBatchNormalization in the same network puts a reference in front of them."
            + " Leave one of the two out.");
  }

  @Test
  void fewer_examples_than_a_reference_is_of() {
    GanRecipe recipe = Tried.recipe("discriminator: [{virtualBatchNormalization: 5}, {dense: 1}]");
    ImageSet few = ImageSet.ofFloats("few", PAIRS.shape(), List.of(), new int[4], new float[8]);
    ModelContext setup = new ModelContext(PAIRS, 4, new RandomStreams(1), Device.CPU, few);
    assertThatThrownBy(() -> recipe.create(setup)).isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> recipe.check(few))
        .hasMessage(
            "gan: discriminator virtualBatchNormalization: expected at least 5 examples, which its"
                + " reference is of, got 4 in few. Make the reference smaller, or bring more.");
    Tried.recipe("generator: [{dense: 2}, {virtualBatchNormalization: 5}]").check(few);
  }

  private static final String GROUPS =
      "discriminator: [{minibatchStandardDeviation: {group: 4}}, {dense: 1}]\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reals: full|6|[6]|8",
        "reals: half|6|[3, 6]|8",
        "reals: half;updates: separate|12|[6, 12]|16",
        "reals: half;penalties: [r1]|4|[2, 4]|8"
      })
  void batches_that_do_not_divide_into_the_groups_that_are_compared(
      String how, int batch, String met, int fits) {
    GanRecipe recipe = Tried.recipe(GROUPS + how.replace(';', '\n'));
    assertThatThrownBy(() -> recipe.realExamples(batch))
        .hasMessage(
            "train.batch: expected one with which the discriminator meets batches that divide into"
                + " the groups of 4 of discriminator/0 minibatchStandardDeviation, got %d, with"
                + " which it meets %s. %d fits.",
            batch, met, fits);
    assertThat(recipe.realExamples(fits)).isPositive();
  }

  @Test
  void classes_where_examples_have_none() {
    refusedFor(
        ExampleForm.of(Shape.vector(2)),
        "labels: {mode: joined}",
        "gan: expected examples with classes, got unlabeled ones. Put the images into one folder"
            + " per class, or leave labels out (model.gan.labels=null).");
  }

  @Test
  void discriminators_that_do_not_end_as_their_way_with_classes_asks() {
    refusedFor(
        PAIRS,
        "labels: {mode: auxiliary}",
        "expected the discriminator to give 3 numbers, one for real and one for each class, got 1."
            + " End it with flatten and dense: 3.");
    refusedFor(
        new ExampleForm(Shape.image(4, 4, 1), List.of("a", "b"), Range.ZERO_TO_ONE),
        "labels: {mode: projection}\ngenerator: [{dense: 16}, {reshape: [4, 4, 1]}]\n"
            + "discriminator: [{conv2d: {filters: 2, kernel: 3}}]",
        "expected the discriminator to give a vector of features, which labels: projection needs,"
            + " got 2×2×2. End it with flatten, without a dense layer of one number.");
  }

  @Test
  void augmentation_of_what_is_no_image() {
    refusedFor(
        PAIRS, "augment: {}", "gan: augment is for images, and examples are 2. Leave it out.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weightClip: 0|gan: weightClip must be above 0, got 0.0",
        "featureMatching: -1|gan: featureMatching must be at least 0, got -1.0",
        "historicalAveraging: -1|gan: historicalAveraging must be at least 0, got -1.0",
        "penalties: [r1: {every: 0}]|r1: every must be at least 1, got 0",
        "penalties: [r1: {gamma: -1}]|r1: gamma must be at least 0, got -1.0",
        "instanceNoise: {deviation: -1}|instanceNoise: deviation must be at least 0, got -1.0",
        "instanceNoise: {deviation: 1, untilKimg: 0}|instanceNoise: untilKimg must be above 0, got"
            + " 0.0",
        "ema: {halfLifeKimg: 0}|ema: halfLifeKimg must be above 0, got 0.0",
        "ema: {rampUp: -1}|ema: rampUp must be at least 0, got -1.0"
      })
  void numbers_out_of_range(String option, String message) {
    refused(option, message);
  }

  @Test
  void a_class_that_becomes_no_number() {
    refused("labels: {mode: joined, units: 0}", "labels: units must be at least 1, got 0");
  }
}
