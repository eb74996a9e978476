package dev.figment.metric.pixel;

/**
 * Means under a Gaussian that slides over an image, at all places where it is wholly inside.
 *
 * @param weights along one axis, of sum 1
 */
record GaussianWindow(double[] weights) {
  private static final int SIDE = 11;
  private static final double SIGMA = 1.5;

  /**
   * 11×11 of σ 1.5; of an image that is smaller, as many as fit both ways, and σ in proportion. An
   * even number of places has its center between two.
   */
  static GaussianWindow fitting(Plane image) {
    int side = Math.min(SIDE, Math.min(image.height(), image.width()));
    double sigma = side * SIGMA / SIDE;
    double[] weights = new double[side];
    double sum = 0;
    for (int i = 0; i < side; i++) {
      double distance = (i - (side - 1) / 2.0) / sigma;
      weights[i] = Math.exp(-distance * distance / 2);
      sum += weights[i];
    }
    for (int i = 0; i < side; i++) {
      weights[i] /= sum;
    }
    return new GaussianWindow(weights);
  }

  /**
   * @param values row after row, the channels of a pixel together
   * @param row how many numbers a row has
   */
  double[] means(double[] values, int row, int channels) {
    double[] down = slid(values, row, values.length - (weights.length - 1) * row);
    int kept = row - (weights.length - 1) * channels;
    double[] means = new double[down.length / row * kept];
    double[] across = slid(down, channels, down.length - (weights.length - 1) * channels);
    for (int from = 0, to = 0; to < means.length; from += row, to += kept) {
      System.arraycopy(across, from, means, to, kept);
    }
    return means;
  }

  /** Weighted sums of what lies steps of so many numbers apart. */
  private double[] slid(double[] values, int step, int count) {
    double[] sums = new double[count];
    for (int k = 0; k < weights.length; k++) {
      double weight = weights[k];
      int offset = k * step;
      for (int i = 0; i < count; i++) {
        sums[i] += weight * values[offset + i];
      }
    }
    return sums;
  }
}
