package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.RecipeText;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a recipe leaves out is what Keras would take, or the paper that a layer comes from. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LayerDefaultsTest {
  private static final Initializer GLOROT = new Initializer.GlorotUniform();
  private static final Activation NONE = Activation.LINEAR;

  static List<Arguments> layers() {
    return List.of(
        written("activityRegularization", new ActivityRegularization(0, 0)),
        written("activityRegularization: 0.1", new ActivityRegularization(0.1, 0)),
        written("averagePooling2d", new AveragePooling2d(2, 2, Padding.VALID)),
        written("averagePooling2d: 3", new AveragePooling2d(3, 3, Padding.VALID)),
        written("batchNormalization", new BatchNormalization(0.99, 0.001)),
        written("batchNormalization: 0.8", new BatchNormalization(0.8, 0.001)),
        written("concatenate: [relu]", new Concatenate(List.of(new Relu()), List.of())),
        written(
            "conditionalBatchNormalization: 10", new ConditionalBatchNormalization(10, 0.99, 1e-4)),
        written(
            "conv2d: {filters: 4, kernel: 3}",
            new Conv2d(4, 3, 1, Padding.VALID, NONE, true, GLOROT)),
        written(
            "conv2dTranspose: {filters: 4, kernel: 3}",
            new Conv2dTranspose(4, 3, 1, Padding.VALID, NONE, true, GLOROT)),
        written("dense: 5", new Dense(5, NONE, true, GLOROT)),
        written("dense: {units: 5, activation: silu}", new Dense(5, Activation.SILU, true, GLOROT)),
        written("dropout: 0.4", new Dropout(0.4)),
        written("elu", new Elu(1)),
        written("elu: 0.5", new Elu(0.5)),
        written("embedding: {classes: 10, units: 4}", new Embedding(10, 4)),
        written("equalized: {layer: {dense: 5}}", new Equalized(new Dense(5), Math.sqrt(2), 1)),
        written("flatten", new Flatten()),
        written("gaussianNoise: 0.2", new GaussianNoise(0.2)),
        written("groupNormalization", new GroupNormalization(32, 1e-3)),
        written("groupNormalization: 8", new GroupNormalization(8, 1e-3)),
        written("leakyRelu", new LeakyRelu(0.3)),
        written("leakyRelu: 0.2", new LeakyRelu(0.2)),
        written("linear", new Linear()),
        written("lstm: 4", new Lstm(4, false)),
        written("maxPooling2d", new MaxPooling2d(2, 2, Padding.VALID)),
        written("maxPooling2d: {stride: 1}", new MaxPooling2d(2, 1, Padding.VALID)),
        written("minibatchDiscrimination", new MinibatchDiscrimination(100, 5)),
        written("minibatchStandardDeviation", new MinibatchStandardDeviation(4, 1)),
        written(
            "parallel: [[relu], []]",
            new Parallel(List.of(List.of(new Relu()), List.of()), Merge.CONCATENATE)),
        written(
            "parallel: {branches: [[relu], []], merge: add}",
            new Parallel(List.of(List.of(new Relu()), List.of()), Merge.ADD)),
        written("pixelNormalization", new PixelNormalization(1e-8)),
        written("repeatVector: 3", new RepeatVector(3)),
        written("reshape: [7, 7, 128]", new Reshape(7, 7, 128)),
        written("residual: [relu]", new Residual(List.of(new Relu()), List.of())),
        written("selfAttention", new SelfAttention(1)),
        written("selfAttention: 4", new SelfAttention(4)),
        written("silu", new Silu()),
        written(
            "spectralNormalization: {layer: {dense: 5}}", new SpectralNormalization(new Dense(5))),
        written("timeDistributed: {layer: {dense: 3}}", new TimeDistributed(new Dense(3))),
        written("timeEmbedding", new TimeEmbedding(128, 10000)),
        written("timeEmbedding: 64", new TimeEmbedding(64, 10000)),
        written("upSampling2d", new UpSampling2d(2, UpSampling2d.Interpolation.NEAREST)),
        written("virtualBatchNormalization: 16", new VirtualBatchNormalization(16, 0.001)));
  }

  private static Arguments written(String text, Layer layer) {
    return Arguments.of(text, layer);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void a_layer_in_short_is_the_one_that_is_usual(String text, Layer layer) {
    assertThat(RecipeText.read(text, Layer.class)).isEqualTo(layer);
  }

  static List<Arguments> initializers() {
    return List.of(
        Arguments.of("glorotUniform", GLOROT),
        Arguments.of("normal", new Initializer.Normal(0.05, 0)),
        Arguments.of("normal: 0.02", new Initializer.Normal(0.02, 0)),
        Arguments.of("uniform", new Initializer.Uniform(-0.05, 0.05)),
        Arguments.of("orthogonal", new Initializer.Orthogonal()),
        Arguments.of("zeros", new Initializer.Zeros()),
        Arguments.of("ones", new Initializer.Ones()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("initializers")
  void an_initializer_in_short_is_the_one_that_keras_would_make(String text, Initializer expected) {
    assertThat(RecipeText.read(text, Initializer.class)).isEqualTo(expected);
  }
}
