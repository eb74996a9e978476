package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ExitCode;
import dev.figment.UsageException;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Impossible values are refused at birth, impossible inputs before any native code is loaded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LayerRefusalsTest {
  private static final String IMAGE = "an image (height, width, channels)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "averagePooling2d|12|" + IMAGE + "|Put a reshape before it.",
        "averagePooling2d: 6|7,5,3|an image of at least 6×6 for pool 6 with valid padding"
            + "|Use a smaller pool, or padding: same.",
        "maxPooling2d|4,3|" + IMAGE + "|Put a reshape before it.",
        "maxPooling2d: 6|5,7,3|an image of at least 6×6 for pool 6 with valid padding"
            + "|Use a smaller pool, or padding: same.",
        "conv2d: {filters: 4, kernel: 3}|128|" + IMAGE + "|Put a reshape before it.",
        "conv2d: {filters: 4, kernel: 6}|7,5,3"
            + "|an image of at least 6×6 for kernel 6 with valid padding"
            + "|Use a smaller kernel, or padding: same.",
        "conv2dTranspose: {filters: 4, kernel: 3}|4,3|" + IMAGE + "|Put a reshape before it.",
        "upSampling2d|12|" + IMAGE + "|Put a reshape before it.",
        "dense: 5|7,5,3|a vector|Put flatten before it.",
        "repeatVector: 3|4,3|a vector|Put flatten before it.",
        "embedding: {classes: 10, units: 4}|2|one class number per example (1)"
            + "|Give it labels, not images.",
        "lstm: 6|12|a sequence (steps, features)|Put a reshape or repeatVector before it.",
        "lstm: 6|7,5,3|a sequence (steps, features)|Put a reshape or repeatVector before it.",
        "timeDistributed: {layer: {dense: 5}}|12|a sequence (steps, features)"
            + "|Put a reshape or repeatVector before it.",
        "minibatchDiscrimination|7,5,3|a vector|Put flatten before it.",
        "minibatchStandardDeviation|4,3|an image or a vector|Put a reshape before it.",
        "minibatchStandardDeviation: {features: 2}|7,5,3|channels that divide into 2 features"
            + "|Choose features that divide 3.",
        "groupNormalization|7,5,3|channels that divide into 32 groups|Choose groups that divide 3.",
        "groupNormalization: 3|3"
            + "|more than one number in each of 3 groups, of which would become 0 whatever it is"
            + "|Choose fewer groups.",
        "selfAttention|12|an image or a sequence|Put a reshape before it.",
        "selfAttention: 2|4,3|channels that divide into 2 heads|Choose heads that divide 3.",
        "virtualBatchNormalization: 16|4,3|an image or a vector|Put a reshape before it."
      })
  void an_impossible_input_is_refused_with_place_and_remedy(
      String layer, String sizes, String expected, String remedy) {
    Layer refusing = RecipeText.read(layer, Layer.class);
    Shape input = Shape.of(Stream.of(sizes.split(",")).mapToInt(Integer::parseInt).toArray());
    assertRefused(refusing, input, expected, input.toString(), remedy);
  }

  @Test
  void a_reshape_says_what_the_sizes_must_multiply_to() {
    assertRefused(
        new Reshape(7, 7, 128),
        Shape.vector(100),
        "6272 numbers for 7×7×128",
        "100 from 100",
        "Make the sizes multiply to 100.");
  }

  @Test
  void a_step_of_a_sequence_stays_a_vector() {
    assertRefused(
        new TimeDistributed(new RepeatVector(2)),
        Shape.sequence(4, 3),
        "a layer that gives a vector at each step",
        "2×3",
        "Use a layer of vectors, such as dense.");
  }

  @Test
  void what_wraps_a_weight_refuses_a_layer_without_one() {
    for (Layer inner : List.of(new Relu(), new BatchNormalization(), new Equalized(new Dense(3)))) {
      for (Layer layer : List.of(new SpectralNormalization(inner), new Equalized(inner))) {
        assertRefused(
            layer,
            Shape.vector(4),
            "a dense or convolutional layer inside",
            inner.kind(),
            "Wrap dense, conv2d or conv2dTranspose.");
      }
    }
  }

  @Test
  void an_equalized_layer_draws_its_own_weights() {
    Initializer given = new Initializer.Normal(0.02, 0);
    assertRefused(
        new Equalized(new Dense(3, Activation.LINEAR, true, given)),
        Shape.vector(4),
        "no initializer inside, since weights are drawn from N(0, 1)",
        given.toString(),
        "Leave it out.");
  }

  @Test
  void a_shortcut_gives_what_the_layers_give() {
    assertRefused(
        new Residual(List.of(new Dense(5))),
        Shape.vector(4),
        "shortcut to give 5, as layers does",
        "4",
        "Change its layers, such as by a conv2d with kernel 1.");
  }

  @Test
  void branches_that_are_added_give_one_shape() {
    assertRefused(
        new Parallel(List.of(List.of(), List.of(new Relu()), List.of(new Dense(5))), Merge.ADD),
        Shape.sequence(3, 4),
        "branches/2 to give 3×4, as branches/0 does",
        "3×5",
        "Change its layers, such as by a conv2d with kernel 1.");
  }

  @Test
  void what_is_concatenated_differs_in_channels_alone() {
    String remedy = "Change its layers, such as by an averagePooling2d.";
    Layer halving = new AveragePooling2d(2, null, Padding.SAME);
    assertRefused(
        new Concatenate(List.of(new Conv2d(7, 3, 1, Padding.SAME)), List.of(halving)),
        Shape.image(8, 8, 3),
        "shortcut to give 8×8×7 and any channels, as layers does",
        "4×4×3",
        remedy);
    assertRefused(
        new Parallel(List.of(List.of(), List.of(new Flatten()))),
        Shape.image(8, 8, 3),
        "branches/1 to give 8×8×3 and any channels, as branches/0 does",
        "192",
        remedy);
  }

  @Test
  void a_mistake_inside_a_branch_names_its_place() {
    Layer layer =
        new Parallel(List.of(List.of(), List.of(new Relu(), new Flatten(), new Lstm(2, true))));
    assertThatThrownBy(() -> new Architecture("generator", Shape.vector(4), List.of(layer)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "generator/0 parallel/branches/1/2 lstm: expected a sequence (steps, features), got 4."
                + " Put a reshape or repeatVector before it.");
  }

  @Test
  void a_mistake_inside_a_residual_names_its_place() {
    Residual inner = new Residual(List.of(new Relu(), new Conv2d(4, 3, 1, Padding.SAME)));
    Residual outer = new Residual(List.of(new Relu()), List.of(inner));
    assertThatThrownBy(() -> new Architecture("generator", Shape.vector(4), List.of(outer)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "generator/0 residual/shortcut/0 residual/layers/1 conv2d: expected %s, got 4."
                    .formatted(IMAGE)
                + " Put a reshape before it.");
  }

  static List<Arguments> batches() {
    return List.of(
        Arguments.of(
            new MinibatchStandardDeviation(4, 1),
            6,
            "minibatchStandardDeviation: expected a batch that divides into groups of 4, got 6"
                + " examples. Batches of 4 or 8 fit, or a group that divides 6."),
        Arguments.of(
            new MinibatchStandardDeviation(4, 1),
            3,
            "minibatchStandardDeviation: expected a batch that divides into groups of 4, got 3"
                + " examples. Batches of 4 fit, or a group that divides 3."),
        Arguments.of(
            new MinibatchDiscrimination(3, 2),
            1,
            "minibatchDiscrimination: expected at least 2 examples to compare, got 1."
                + " Use a larger batch."),
        Arguments.of(
            new VirtualBatchNormalization(4, 0.001),
            4,
            "virtualBatchNormalization: expected the 4 examples of the reference and more after"
                + " them, got 4 examples. Put the reference in front of the batch."),
        Arguments.of(
            new VirtualBatchNormalization(3, 0.001),
            5,
            "virtualBatchNormalization: expected a reference of 3 examples in front of the batch,"
                + " got one of 4. Only a gan that is trained on a set puts one there: use"
                + " batchNormalization in other models."),
        Arguments.of(
            new BatchNormalization(),
            1,
            "batch normalization: expected more than one value for each of 2 units, got a batch of"
                + " one. Train in larger batches."));
  }

  @ParameterizedTest
  @MethodSource("batches")
  void a_batch_too_small_is_refused_with_what_fits(Layer layer, int examples, String message) {
    try (Scope scope = Scope.open();
        Network network =
            new Architecture("tested", Shape.vector(2), List.of(layer))
                .create(RandomStream.named("init", 1), Device.CPU)) {
      Pass pass = Pass.training(RandomStream.named("dropout", 1)).with(SideInput.REFERENCE, 4);
      assertThatThrownBy(() -> network.apply(Tensor.zeros(examples, 2), pass))
          .isInstanceOf(UsageException.class)
          .hasMessage(message);
    }
  }

  @Test
  void parameters_beyond_all_counting_are_refused_at_their_layer() {
    assertRefused(
        new Conv2d(64, Integer.MAX_VALUE, 1, Padding.SAME),
        Shape.image(28, 28, 64),
        "sizes whose products can be counted",
        "larger ones",
        "Make the layer smaller.");
  }

  private static void assertRefused(
      Layer layer, Shape input, String expected, String got, String remedy) {
    List<Layer> layers = List.of(new Linear(), new Relu(), new Tanh(), layer);
    assertThatThrownBy(() -> new Architecture("generator", input, layers))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "generator/3 %s: expected %s, got %s. %s"
                .formatted(layer.kind(), expected, got, remedy))
        .extracting("exitCode", InstanceOfAssertFactories.type(ExitCode.class))
        .isEqualTo(ExitCode.USAGE);
  }

  static List<Arguments> values() {
    return List.of(
        refused(
            "activityRegularization: l1 must be at least 0, got -1.0",
            () -> new ActivityRegularization(-1, 0)),
        refused(
            "activityRegularization: l2 must be at least 0, got NaN",
            () -> new ActivityRegularization(0, Double.NaN)),
        refused(
            "averagePooling2d: pool must be at least 1, got 0",
            () -> new AveragePooling2d(0, null, Padding.SAME)),
        refused(
            "averagePooling2d: stride must be at least 1, got 0",
            () -> new AveragePooling2d(2, 0, Padding.SAME)),
        refused(
            "batchNormalization: momentum must be in [0, 1), got 1.0",
            () -> new BatchNormalization(1, 0.001)),
        refused(
            "batchNormalization: epsilon must be above 0, got 0.0",
            () -> new BatchNormalization(0.9, 0)),
        refused(
            "concatenate: expected at least one layer, got none", () -> new Concatenate(List.of())),
        refused(
            "conditionalBatchNormalization: classes must be at least 1, got 0",
            () -> new ConditionalBatchNormalization(0)),
        refused(
            "conditionalBatchNormalization: momentum must be in [0, 1), got 1.0",
            () -> new ConditionalBatchNormalization(1, 1, 0.001)),
        refused(
            "conditionalBatchNormalization: epsilon must be above 0, got 0.0",
            () -> new ConditionalBatchNormalization(1, 0.9, 0)),
        refused(
            "conv2d: filters must be at least 1, got 0", () -> new Conv2d(0, 3, 1, Padding.SAME)),
        refused(
            "conv2d: kernel must be at least 1, got -3", () -> new Conv2d(1, -3, 1, Padding.SAME)),
        refused(
            "conv2d: stride must be at least 1, got 0", () -> new Conv2d(1, 3, 0, Padding.SAME)),
        refused(
            "conv2dTranspose: filters must be at least 1, got 0",
            () -> new Conv2dTranspose(0, 3, 1, Padding.SAME)),
        refused(
            "conv2dTranspose: kernel must be at least 1, got 0",
            () -> new Conv2dTranspose(1, 0, 1, Padding.SAME)),
        refused(
            "conv2dTranspose: stride must be at least 1, got 0",
            () -> new Conv2dTranspose(1, 3, 0, Padding.SAME)),
        refused("dense: units must be at least 1, got 0", () -> new Dense(0)),
        refused("dropout: rate must be in [0, 1), got 1.0", () -> new Dropout(1)),
        refused("embedding: classes must be at least 1, got 0", () -> new Embedding(0, 1)),
        refused("embedding: units must be at least 1, got 0", () -> new Embedding(1, 0)),
        refused(
            "equalized: gain must be above 0, got 0.0", () -> new Equalized(new Dense(1), 0, 1)),
        refused(
            "equalized: learningRateMultiplier must be above 0, got -1.0",
            () -> new Equalized(new Dense(1), 1, -1)),
        refused(
            "gaussianNoise: deviation must be at least 0, got -0.1", () -> new GaussianNoise(-0.1)),
        refused(
            "groupNormalization: groups must be at least 1, got 0",
            () -> new GroupNormalization(0)),
        refused(
            "groupNormalization: epsilon must be above 0, got 0.0",
            () -> new GroupNormalization(1, 0)),
        refused("leakyRelu: slope must be at least 0, got -0.2", () -> new LeakyRelu(-0.2)),
        refused("lstm: units must be at least 1, got 0", () -> new Lstm(0, false)),
        refused(
            "maxPooling2d: pool must be at least 1, got 0",
            () -> new MaxPooling2d(0, null, Padding.SAME)),
        refused(
            "minibatchDiscrimination: kernels must be at least 1, got 0",
            () -> new MinibatchDiscrimination(0, 5)),
        refused(
            "minibatchDiscrimination: dimensions must be at least 1, got 0",
            () -> new MinibatchDiscrimination(5, 0)),
        refused(
            "minibatchStandardDeviation: group must be at least 1, got 0",
            () -> new MinibatchStandardDeviation(0, 1)),
        refused(
            "minibatchStandardDeviation: features must be at least 1, got 0",
            () -> new MinibatchStandardDeviation(4, 0)),
        refused(
            "parallel: expected at least two branches, got 1",
            () -> new Parallel(List.of(List.of(new Relu())))),
        refused(
            "pixelNormalization: epsilon must be above 0, got 0.0",
            () -> new PixelNormalization(0)),
        refused("repeatVector: times must be at least 1, got 0", () -> new RepeatVector(0)),
        refused("residual: expected at least one layer, got none", () -> new Residual(List.of())),
        refused("selfAttention: heads must be at least 1, got 0", () -> new SelfAttention(0)),
        refused("shape: 1 to 3 sizes, got 4", () -> new Reshape(1, 2, 3, 4)),
        refused("shape: 1 to 3 sizes, got 0", Reshape::new),
        refused(
            "shape: an example holds at most 2147483647 numbers, got [65536, 65536, 3]",
            () -> new Reshape(65536, 65536, 3)),
        refused("shape: sizes must be at least 1, got [2, 0]", () -> new Reshape(2, 0)),
        refused(
            "timeEmbedding: hidden must be even and at least 2, got 0", () -> new TimeEmbedding(0)),
        refused(
            "timeEmbedding: hidden must be even and at least 2, got 7", () -> new TimeEmbedding(7)),
        refused("timeEmbedding: period must be above 1, got 1.0", () -> new TimeEmbedding(8, 1)),
        refused(
            "upSampling2d: factor must be at least 1, got 0",
            () -> new UpSampling2d(0, UpSampling2d.Interpolation.NEAREST)),
        refused(
            "virtualBatchNormalization: reference must be at least 2, got 1",
            () -> new VirtualBatchNormalization(1, 0.001)),
        refused(
            "virtualBatchNormalization: epsilon must be above 0, got 0.0",
            () -> new VirtualBatchNormalization(2, 0)));
  }

  private static Arguments refused(String message, Supplier<Layer> birth) {
    return Arguments.of(message, birth);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void an_impossible_value_is_refused_at_birth(String message, Supplier<Layer> birth) {
    assertThatThrownBy(birth::get).isInstanceOf(UsageException.class).hasMessage(message);
  }
}
