package dev.figment.tensor;

import static dev.figment.Closeness.assertClose;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Odd kernels, edges and strides against plain loops; the everyday ones are Keras's fixtures. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConvolutionTest {
  private static final RandomStream STREAM = RandomStream.named("values", 5);
  private final Scope scope = Scope.open();

  @AfterEach
  void free() {
    scope.close();
  }

  private static Tensor values(long... shape) {
    return Noise.uniform(STREAM, -0.5, 0.5, shape);
  }

  private static Tensor images(int channels, int height, int width) {
    return values(2, height, width, channels).permute(0, 3, 1, 2);
  }

  @ParameterizedTest
  @CsvSource({
    // outputs, kernel height and width, stride, top, bottom, left, right
    "3, 3, 5, 1, 0, 0, 0, 0",
    "3, 5, 3, 2, 1, 2, 0, 1",
    "3, 2, 2, 1, 0, 0, 1, 1",
    "3, 1, 1, 3, 0, 2, 2, 0",
    "8, 7, 7, 1, 3, 3, 3, 3",
    "1, 7, 7, 1, 3, 3, 3, 3",
    "1, 7, 7, 1, 0, 0, 0, 0",
    "2, 6, 6, 1, 2, 3, 2, 3",
    "4, 5, 5, 1, 4, 4, 4, 4",
    "1, 5, 5, 1, 5, 5, 5, 5",
    "1, 5, 7, 1, 2, 2, 3, 3",
    "3, 7, 5, 1, 1, 1, 0, 0",
    "1, 5, 5, 2, 2, 2, 2, 2"
  })
  void a_convolution_is_its_plain_loop(
      int outputs, int high, int wide, int stride, int top, int bottom, int left, int right) {
    Tensor x = images(2, 9, 8);
    Tensor weight = values(outputs, 2, high, wide);
    Tensor bias = values(outputs);
    Edges pad = new Edges(top, bottom, left, right);
    assertClose(
        "with bias",
        Convolution.apply(x, weight, bias, stride, pad),
        PlainImages.convolved(x, weight, bias.toArray(), stride, pad));
    assertClose(
        "without",
        Convolution.apply(x, weight, null, stride, pad),
        PlainImages.convolved(x, weight, null, stride, pad));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, 5, 2, 0, 0, 0, 0",
    "3, 4, 4, 2, 1, 1, 1, 1",
    "3, 3, 3, 2, 0, 1, 0, 1",
    "3, 2, 3, 3, 0, -1, 0, 0",
    "1, 1, 1, 2, 0, -1, 0, -1",
    "1, 7, 7, 1, 3, 3, 3, 3",
    "2, 5, 5, 3, -1, -1, -2, -2"
  })
  void a_transposed_convolution_is_its_plain_loop(
      int outputs, int high, int wide, int stride, int top, int bottom, int left, int right) {
    Tensor x = images(2, 4, 5);
    Tensor weight = values(2, outputs, high, wide);
    Tensor bias = values(outputs);
    Edges crop = new Edges(top, bottom, left, right);
    assertClose(
        "with bias",
        Convolution.transposed(x, weight, bias, stride, crop),
        PlainImages.transposed(x, weight, bias.toArray(), stride, crop));
    assertClose(
        "without",
        Convolution.transposed(x, weight, null, stride, crop),
        PlainImages.transposed(x, weight, null, stride, crop));
  }
}
