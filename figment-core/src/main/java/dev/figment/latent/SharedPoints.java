package dev.figment.latent;

import dev.figment.tensor.Doubles;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Points that components share, in parts: with each part, (points, size), comes how much of each
 * point belongs to which component, (points, components). Float64.
 */
record SharedPoints(List<Tensor> parts, List<Tensor> shares) {
  private static final int PART = 1 << 17;

  /** All points as tensors of the open scope. */
  static List<Tensor> parts(Points points) {
    int[] bounds = points.parts(PART);
    return IntStream.range(1, bounds.length)
        .mapToObj(i -> points.doubles(bounds[i - 1], bounds[i]))
        .toList();
  }

  /** Every point to one component alone. */
  static SharedPoints whole(List<Tensor> parts, int[] owners, int components) {
    List<Tensor> shares = new ArrayList<>();
    int point = 0;
    for (Tensor part : parts) {
      double[] share = new double[(int) part.size(0) * components];
      for (int i = 0; i < part.size(0); i++) {
        share[i * components + owners[point++]] = 1;
      }
      shares.add(Doubles.of(share, part.size(0), components));
    }
    return new SharedPoints(parts, shares);
  }

  int size() {
    return (int) parts.get(0).size(1);
  }

  /** How many points each component has, in all. */
  double[] counts() {
    Tensor sum = Doubles.zeros(shares.get(0).size(1));
    shares.forEach(share -> sum.add(share.sum(new long[] {0}, false), 1));
    return Doubles.toArray(sum);
  }

  /** Σₙ rₙₖ·xₙ / Nₖ. */
  double[] mean(int component, double count) {
    Tensor sum = Doubles.zeros(1, size());
    for (int i = 0; i < parts.size(); i++) {
      try (Scope scope = Scope.open()) {
        sum.add(share(i, component).permute(1, 0).matmul(parts.get(i)), 1);
      }
    }
    return Doubles.toArray(sum.scale(1 / count));
  }

  /** Σₙ rₙₖ·(xₙ − μₖ)·(xₙ − μₖ)ᵀ / Nₖ. */
  Tensor covariance(int component, double count, double[] mean) {
    Tensor middle = Doubles.of(mean, size());
    Tensor sum = Doubles.zeros(size(), size());
    for (int i = 0; i < parts.size(); i++) {
      try (Scope scope = Scope.open()) {
        Tensor apart = parts.get(i).minus(middle);
        sum.add(apart.times(share(i, component)).permute(1, 0).matmul(apart), 1);
      }
    }
    return sum.scale(1 / count);
  }

  private Tensor share(int part, int component) {
    return shares.get(part).narrow(1, component, 1);
  }
}
