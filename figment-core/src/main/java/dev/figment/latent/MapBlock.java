package dev.figment.latent;

import java.util.Arrays;

/**
 * Some neighboring points of a map, for which everything is added up that they feel of all points.
 * Loops of its kind become vector instructions as long as each is short and changes at most two
 * arrays.
 */
final class MapBlock {
  private final Affinities p;
  private final float[] map;
  private final int number;
  private final int start;
  private final float[] x;
  private final float[] y;
  private final float[] kernel;
  private final float[] kernelSums;
  private final float[][] pulls;
  private final float[][] pushes;

  /**
   * @param map n first coordinates, then n second ones
   * @param number which of the segments of the affinities
   */
  MapBlock(Affinities p, float[] map, int number) {
    this.p = p;
    this.map = map;
    this.number = number;
    int n = p.count();
    start = number * Affinities.SEGMENT;
    int end = Math.min(n, start + Affinities.SEGMENT);
    x = Arrays.copyOfRange(map, start, end);
    y = Arrays.copyOfRange(map, n + start, n + end);
    kernel = new float[end - start];
    kernelSums = new float[end - start];
    pulls = new float[2][end - start];
    pushes = new float[2][end - start];
  }

  /** Adds up p·w·(y − y') and w²·(y − y') over all points y'. */
  void feel() {
    int n = p.count();
    for (int other = 0; other < n; other++) {
      float otherX = map[other];
      float otherY = map[n + other];
      meet(otherX, otherY);
      pull(p.segment(number, other), otherX, otherY, pulls[0], pulls[1]);
      push(otherX, otherY, pushes[0], pushes[1]);
    }
  }

  /** w = 1/(1 + ‖y − y'‖²). */
  private void meet(float otherX, float otherY) {
    for (int i = 0; i < kernel.length; i++) {
      float apartX = x[i] - otherX;
      float apartY = y[i] - otherY;
      float weight = 1 / (1 + apartX * apartX + apartY * apartY);
      kernel[i] = weight;
      kernelSums[i] += weight;
    }
  }

  private void pull(float[] near, float otherX, float otherY, float[] sumX, float[] sumY) {
    for (int i = 0; i < kernel.length; i++) {
      float force = near[i] * kernel[i];
      sumX[i] += force * (x[i] - otherX);
      sumY[i] += force * (y[i] - otherY);
    }
  }

  private void push(float otherX, float otherY, float[] sumX, float[] sumY) {
    for (int i = 0; i < kernel.length; i++) {
      float force = kernel[i] * kernel[i];
      sumX[i] += force * (x[i] - otherX);
      sumY[i] += force * (y[i] - otherY);
    }
  }

  /** Σ p·log(1 + ‖y − y'‖²) over the block's points and all points y'. */
  double distances() {
    int n = p.count();
    double sum = 0;
    for (int other = 0; other < n; other++) {
      meet(map[other], map[n + other]);
      float[] near = p.segment(number, other);
      for (int i = 0; i < kernel.length; i++) {
        sum -= near[i] * Math.log(kernel[i]);
      }
    }
    return sum;
  }

  /** Σ w, of the points with themselves too. */
  double kernelSum() {
    double sum = 0;
    for (float each : kernelSums) {
      sum += each;
    }
    return sum;
  }

  /** Writes what the points feel to their places: pulls and pushes, weighted. */
  void write(float[] gradient, double pull, double push) {
    int n = p.count();
    for (int i = 0; i < kernel.length; i++) {
      gradient[start + i] = (float) (pull * pulls[0][i] + push * pushes[0][i]);
      gradient[n + start + i] = (float) (pull * pulls[1][i] + push * pushes[1][i]);
    }
  }
}
