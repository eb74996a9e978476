package dev.figment.latent;

import dev.figment.tensor.Doubles;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;

/**
 * What points that components share add up to, part by part: of each component the sum of its
 * shares r, of r·x and of r·x·xᵀ. Float64, with x from a middle on, so that squares take no digits
 * from what they differ by. Of the scope that was open at its start.
 */
final class Moments {
  private final int components;
  private final int size;
  private final double[] middle;
  private final Tensor origin;
  private final Tensor counts;
  private final Tensor sums;
  private final Tensor squares;

  /**
   * @param middle of all points
   */
  Moments(int components, double[] middle) {
    this.components = components;
    this.size = middle.length;
    this.middle = middle;
    this.origin = Doubles.of(middle, size);
    this.counts = Doubles.zeros(components);
    this.sums = Doubles.zeros(components, size);
    this.squares = Doubles.zeros((long) components * size, size);
  }

  /**
   * Adds points.
   *
   * @param x (points, size)
   * @param shares (points, components): how much of each point belongs to which component
   */
  void add(Tensor x, Tensor shares) {
    try (Scope scope = Scope.open()) {
      long n = x.size(0);
      Tensor apart = x.minus(origin);
      Tensor shared =
          apart.reshape(n, 1, size).times(shares.reshape(n, components, 1)).reshape(n, -1);
      counts.add(shares.sum(new long[] {0}, false), 1);
      sums.add(shares.permute(1, 0).matmul(apart), 1);
      squares.add(shared.permute(1, 0).matmul(apart), 1);
    }
  }

  /** Adds points that belong to one component each, whole. */
  void add(Tensor x, int[] owners) {
    try (Scope scope = Scope.open()) {
      double[] shares = new double[owners.length * components];
      for (int i = 0; i < owners.length; i++) {
        shares[i * components + owners[i]] = 1;
      }
      add(x, Doubles.of(shares, owners.length, components));
    }
  }

  /** How many points belong to each component, in all. */
  double[] counts() {
    return Doubles.toArray(counts);
  }

  /** Σ r·x / Σ r. */
  double[] mean(int component) {
    double[] mean = offset(component);
    for (int i = 0; i < size; i++) {
      mean[i] += middle[i];
    }
    return mean;
  }

  private double[] offset(int component) {
    double count = counts()[component];
    double[] sum = Doubles.toArray(sums.narrow(0, component, 1));
    return Arrays.stream(sum).map(each -> each / count).toArray();
  }

  /** Σ r·(x − mean)·(x − mean)ᵀ / Σ r, as Σ r·x·xᵀ / Σ r less the mean's own. */
  double[] covariance(int component) {
    double count = counts()[component];
    double[] offset = offset(component);
    double[] covariance = Doubles.toArray(squares.narrow(0, (long) component * size, size));
    for (int i = 0; i < covariance.length; i++) {
      covariance[i] = covariance[i] / count - offset[i / size] * offset[i % size];
    }
    return covariance;
  }
}
