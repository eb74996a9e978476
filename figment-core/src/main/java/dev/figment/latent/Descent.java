package dev.figment.latent;

import java.util.Arrays;

/**
 * The way of a map down the divergence: momentum, with a gain for each number that grows while its
 * gradient keeps its direction and shrinks where it turns. Coordinates one after the other, n first
 * ones, then n second ones.
 *
 * @see <a href="https://doi.org/10.1016/0893-6080(88)90003-2">Jacobs 1988, section 4</a> (gains
 *     that grow by 0.2 and shrink to 0.8, as van der Maaten and Hinton have them)
 */
final class Descent {
  private static final double GROWS = 0.2;
  private static final double SHRINKS = 0.8;
  private static final double SMALLEST_GAIN = 0.01;

  private final double learningRate;
  private final double[] map;
  private final double[] steps;
  private final double[] gains;

  Descent(double[] start, double learningRate) {
    this.learningRate = learningRate;
    this.map = start.clone();
    this.steps = new double[start.length];
    this.gains = new double[start.length];
    Arrays.fill(gains, 1);
  }

  /** One step along, then back so that the middle of the map is 0. */
  void step(float[] gradient, double momentum) {
    for (int i = 0; i < map.length; i++) {
      boolean keepsOn = gradient[i] * steps[i] < 0;
      double gain = keepsOn ? gains[i] + GROWS : gains[i] * SHRINKS;
      gains[i] = Math.max(SMALLEST_GAIN, gain);
      steps[i] = momentum * steps[i] - learningRate * gains[i] * gradient[i];
      map[i] += steps[i];
    }
    center(0, map.length / 2);
    center(map.length / 2, map.length);
  }

  /** Forgets where it was going, after the ground has changed. */
  void rest() {
    Arrays.fill(steps, 0);
    Arrays.fill(gains, 1);
  }

  private void center(int from, int to) {
    double mean = Arrays.stream(map, from, to).sum() / (to - from);
    for (int i = from; i < to; i++) {
      map[i] -= mean;
    }
  }

  /** The map as it is. */
  float[] map() {
    float[] floats = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      floats[i] = (float) map[i];
    }
    return floats;
  }

  /** The points of the map, of size 2. */
  Points points() {
    int n = map.length / 2;
    float[] pairs = new float[map.length];
    for (int i = 0; i < n; i++) {
      pairs[2 * i] = (float) map[i];
      pairs[2 * i + 1] = (float) map[n + i];
    }
    return new Points(pairs, 2);
  }
}
