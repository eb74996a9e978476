package dev.figment.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.recipe.RecipeText;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counted by hand, for one example. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MultiplyAddsTest {
  private static Shape shape(String sizes) {
    return Shape.of(
        java.util.Arrays.stream(sizes.split("x")).mapToInt(Integer::parseInt).toArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dense: 5                                                     | 7     | 35   | 5 · 7",
        "dense: 5                                                     | 3x7   | 105  | at each of 3"
            + " steps",
        "conv2d: {filters: 4, kernel: 3}                              | 8x6x2 | 1728 | 6 · 4 · 4"
            + " outputs of 3 · 3 · 2",
        "conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}    | 8x6x2 | 864  | 4 · 3 · 4"
            + " outputs of 3 · 3 · 2",
        "conv2dTranspose: {filters: 4, kernel: 3}                     | 8x6x2 | 3456 | 8 · 6 · 2"
            + " inputs to 3 · 3 · 4",
        "conv2dTranspose: {filters: 4, kernel: 4, stride: 2}          | 8x6x2 | 6144 | 8 · 6 · 2"
            + " inputs to 4 · 4 · 4",
        "lstm: 5                                                      | 3x7   | 720  | 3 steps of 4"
            + " · 5 · (7 + 5)",
        "lstm: {units: 5, sequences: true}                            | 3x7   | 720  | the same",
        "timeDistributed: {layer: {dense: 5}}                         | 3x7   | 105  | 3 · 5 · 7",
        "selfAttention: 2                                             | 3x4   | 264  | 4 · 3 · 4 ·"
            + " 4 and 2 · 3 · 3 · 4",
        "selfAttention: 2                                             | 1x3x4 | 264  | pixels as"
            + " positions",
        "minibatchDiscrimination: {kernels: 3, dimensions: 2}         | 7     | 42   | 3 · 2 · 7",
        "timeEmbedding: 6                                             | 7     | 78   | 6 · 6 and 6"
            + " · 7",
        "spectralNormalization: {layer: {dense: 5}}                   | 7     | 35   | the layer"
            + " inside",
        "residual: {layers: [{dense: 5}, relu, {dense: 7}]}           | 7     | 70   | 7 · 5 twice",
        "parallel: {branches: [[{dense: 5}], [{dense: 2}, {dense: 3}]]} | 7   | 55   | 7 · 5, 7 · 2"
            + " and 2 · 3",
        "leakyRelu: 0.2                                               | 7     | 0    | none",
        "batchNormalization                                           | 7     | 0    | none",
        "flatten                                                      | 3x7   | 0    | none",
      })
  void products_of_a_layer(String layer, String input, long expected, String because) {
    assertThat(RecipeText.read(layer, Layer.class).multiplyAdds(shape(input)))
        .as(because)
        .isEqualTo(expected);
  }
}
