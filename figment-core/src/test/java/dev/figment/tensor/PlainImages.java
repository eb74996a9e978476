package dev.figment.tensor;

import java.util.function.DoubleBinaryOperator;

/** Convolutions and windows as loops over pixels, straight from the definitions. */
final class PlainImages {
  private PlainImages() {}

  /** y[n,o,i,j] = b[o] + Σ x[n,c,i·s−top+a,j·s−left+b]·w[o,c,a,b], zeros outside. */
  static float[] convolved(Tensor x, Tensor weight, float[] bias, int stride, Edges pad) {
    int[] in = sizes(x);
    int[] w = sizes(weight);
    int height = (in[2] + pad.top() + pad.bottom() - w[2]) / stride + 1;
    int width = (in[3] + pad.left() + pad.right() - w[3]) / stride + 1;
    float[] pixels = x.toArray();
    float[] weights = weight.toArray();
    double[] sums = new double[in[0] * w[0] * height * width];
    loop(
        new int[] {in[0], w[0], height, width, w[1], w[2], w[3]},
        at -> {
          int row = at[2] * stride - pad.top() + at[5];
          int column = at[3] * stride - pad.left() + at[6];
          if (row >= 0 && row < in[2] && column >= 0 && column < in[3]) {
            sums[index(at[0], at[1], at[2], at[3], w[0], height, width)] +=
                pixels[index(at[0], at[4], row, column, in[1], in[2], in[3])]
                    * weights[index(at[1], at[4], at[5], at[6], w[1], w[2], w[3])];
          }
        });
    return withBias(sums, bias, height * width);
  }

  /** Each pixel spreads its kernel: y[n,o,i·s−top+a,j·s−left+b] += x[n,c,i,j]·w[c,o,a,b]. */
  static float[] transposed(Tensor x, Tensor weight, float[] bias, int stride, Edges crop) {
    int[] in = sizes(x);
    int[] w = sizes(weight);
    int height = (in[2] - 1) * stride + w[2] - crop.top() - crop.bottom();
    int width = (in[3] - 1) * stride + w[3] - crop.left() - crop.right();
    float[] pixels = x.toArray();
    float[] weights = weight.toArray();
    double[] sums = new double[in[0] * w[1] * height * width];
    loop(
        new int[] {in[0], in[1], in[2], in[3], w[1], w[2], w[3]},
        at -> {
          int row = at[2] * stride - crop.top() + at[5];
          int column = at[3] * stride - crop.left() + at[6];
          if (row >= 0 && row < height && column >= 0 && column < width) {
            sums[index(at[0], at[4], row, column, w[1], height, width)] +=
                pixels[index(at[0], at[1], at[2], at[3], in[1], in[2], in[3])]
                    * weights[index(at[1], at[4], at[5], at[6], w[1], w[2], w[3])];
          }
        });
    return withBias(sums, bias, height * width);
  }

  /** Folds the real cells of each window; how many there were is the last word's second operand. */
  static float[] pooled(
      Tensor x,
      int pool,
      int stride,
      Edges pad,
      double start,
      DoubleBinaryOperator fold,
      DoubleBinaryOperator finish) {
    int[] in = sizes(x);
    int height = (in[2] + pad.top() + pad.bottom() - pool) / stride + 1;
    int width = (in[3] + pad.left() + pad.right() - pool) / stride + 1;
    float[] pixels = x.toArray();
    float[] result = new float[in[0] * in[1] * height * width];
    loop(
        new int[] {in[0], in[1], height, width},
        at -> {
          double folded = start;
          int cells = 0;
          for (int cell = 0; cell < pool * pool; cell++) {
            int row = at[2] * stride - pad.top() + cell / pool;
            int column = at[3] * stride - pad.left() + cell % pool;
            if (row >= 0 && row < in[2] && column >= 0 && column < in[3]) {
              double pixel = pixels[index(at[0], at[1], row, column, in[1], in[2], in[3])];
              folded = fold.applyAsDouble(folded, pixel);
              cells++;
            }
          }
          result[index(at[0], at[1], at[2], at[3], in[1], height, width)] =
              (float) finish.applyAsDouble(folded, cells);
        });
    return result;
  }

  private interface Body {
    void at(int[] position);
  }

  private static void loop(int[] limits, Body body) {
    int[] position = new int[limits.length];
    int axis = limits.length;
    while (axis >= 0) {
      body.at(position);
      axis = limits.length - 1;
      while (axis >= 0 && ++position[axis] == limits[axis]) {
        position[axis--] = 0;
      }
    }
  }

  private static int index(int n, int c, int i, int j, int channels, int height, int width) {
    return ((n * channels + c) * height + i) * width + j;
  }

  private static float[] withBias(double[] sums, float[] bias, int area) {
    float[] values = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      values[i] = (float) (sums[i] + (bias == null ? 0 : bias[i / area % bias.length]));
    }
    return values;
  }

  private static int[] sizes(Tensor x) {
    int[] sizes = new int[4];
    for (int axis = 0; axis < 4; axis++) {
      sizes[axis] = (int) x.size(axis);
    }
    return sizes;
  }
}
