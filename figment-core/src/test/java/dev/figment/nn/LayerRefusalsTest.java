package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ExitCode;
import dev.figment.UsageException;
import dev.figment.recipe.RecipeText;
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
            + "|Put a reshape or repeatVector before it."
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
            "gaussianNoise: deviation must be at least 0, got -0.1", () -> new GaussianNoise(-0.1)),
        refused("leakyRelu: slope must be at least 0, got -0.2", () -> new LeakyRelu(-0.2)),
        refused("lstm: units must be at least 1, got 0", () -> new Lstm(0, false)),
        refused(
            "maxPooling2d: pool must be at least 1, got 0",
            () -> new MaxPooling2d(0, null, Padding.SAME)),
        refused("repeatVector: times must be at least 1, got 0", () -> new RepeatVector(0)),
        refused("shape: 1 to 3 sizes, got 4", () -> new Reshape(1, 2, 3, 4)),
        refused("shape: 1 to 3 sizes, got 0", Reshape::new),
        refused(
            "shape: an example holds at most 2147483647 numbers, got [65536, 65536, 3]",
            () -> new Reshape(65536, 65536, 3)),
        refused("shape: sizes must be at least 1, got [2, 0]", () -> new Reshape(2, 0)),
        refused(
            "upSampling2d: factor must be at least 1, got 0",
            () -> new UpSampling2d(0, UpSampling2d.Interpolation.NEAREST)));
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
