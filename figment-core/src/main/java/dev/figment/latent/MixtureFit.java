package dev.figment.latent;

import dev.figment.tensor.Doubles;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A mixture on its way to its points; of the scope that was open at its start. */
final class MixtureFit {
  private static final double FLOOR = 1e-6;
  private static final double LOWEST_FLOOR = 1e-12;

  /** A part of a point that is too small to tell a mean from. */
  private static final double NOTHING = 1e-9;

  private final List<Tensor> parts;
  private final int count;
  private final double floor;
  private List<Gaussian> components;

  /** All components at their seeds and as wide as everything, then as their own points have it. */
  MixtureFit(Points points, Seeds seeds) {
    parts = SharedPoints.parts(points);
    count = points.count();
    SharedPoints all = SharedPoints.whole(parts, new int[count], 1);
    double[] everything = Doubles.toArray(all.covariance(0, count, all.mean(0, count)));
    floor = floor(everything, points.size());
    addFloor(everything);
    double weight = 1.0 / seeds.chosen().length;
    components =
        Arrays.stream(seeds.chosen())
            .mapToObj(seed -> new Gaussian(weight, numbers(points, seed), everything))
            .toList();
    components = fitted(SharedPoints.whole(parts, seeds.nearest(), components.size()));
  }

  private static double floor(double[] covariance, int size) {
    double trace = IntStream.range(0, size).mapToDouble(i -> covariance[i * (size + 1)]).sum();
    return Math.max(FLOOR * trace / size, LOWEST_FLOOR);
  }

  private static double[] numbers(Points points, int row) {
    float[] point = points.row(row);
    return IntStream.range(0, point.length).mapToDouble(i -> point[i]).toArray();
  }

  GaussianMixture improve(ExpectationMaximization limits, Progress progress) {
    double last = Double.NEGATIVE_INFINITY;
    for (int iteration = 1; iteration <= limits.iterations(); iteration++) {
      try (Scope scope = Scope.open()) {
        List<Tensor> shares = new ArrayList<>();
        double likelihood = share(shares) / count;
        progress.at(iteration, likelihood);
        if (likelihood - last < limits.tolerance()) {
          break;
        }
        last = likelihood;
        components = fitted(new SharedPoints(parts, shares));
      }
    }
    return new GaussianMixture(components);
  }

  /** The first step: shares each point among the components. Gives the log-likelihood of all. */
  private double share(List<Tensor> shares) {
    Densities densities = Densities.of(components);
    double likelihood = 0;
    for (Tensor part : parts) {
      try (Scope scope = Scope.open()) {
        Tensor joint = densities.logJoint(part);
        Tensor marginal = joint.logSumExp(1, true);
        likelihood += marginal.sum().item();
        shares.add(scope.keep(joint.minus(marginal).exp()));
      }
    }
    return likelihood;
  }

  /** The second step: each component as its share of the points has it. */
  private List<Gaussian> fitted(SharedPoints shared) {
    double[] counts = shared.counts();
    return IntStream.range(0, counts.length).mapToObj(k -> fitted(shared, k, counts[k])).toList();
  }

  private Gaussian fitted(SharedPoints shared, int k, double points) {
    Gaussian before = components.get(k);
    double weight = Math.min(1, points / count);
    if (points < NOTHING) {
      return new Gaussian(weight, before.mean(), before.covariance());
    }
    double[] mean = shared.mean(k, points);
    double[] covariance = Doubles.toArray(shared.covariance(k, points, mean));
    addFloor(covariance);
    return new Gaussian(weight, mean, covariance);
  }

  private void addFloor(double[] covariance) {
    long size = parts.get(0).size(1);
    for (int i = 0; i < covariance.length; i += (int) size + 1) {
      covariance[i] += floor;
    }
  }
}
