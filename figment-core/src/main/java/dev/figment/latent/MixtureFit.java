package dev.figment.latent;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A mixture on its way to its points. */
final class MixtureFit {
  private static final double FLOOR = 1e-6;
  private static final double LOWEST_FLOOR = 1e-12;

  /** A part of a point that is too small to tell a mean from. */
  private static final double NOTHING = 1e-9;

  /** Numbers of the points that are worked on at a time. */
  private static final int PART = 1 << 17;

  private final Points points;
  private final int[] parts;
  private final double[] middle;
  private final double floor;
  private List<Gaussian> components;

  /** All components at their seeds and as wide as everything, then as their own points have it. */
  MixtureFit(Points points, Seeds seeds) {
    this.points = points;
    this.parts = points.parts(PART);
    this.middle = points.mean();
    double[] everything = covarianceOfAll();
    this.floor = floor(everything);
    addFloor(everything);
    double weight = 1.0 / seeds.chosen().length;
    this.components =
        Arrays.stream(seeds.chosen())
            .mapToObj(seed -> new Gaussian(weight, numbers(seed), everything))
            .toList();
    start(seeds);
  }

  private double[] covarianceOfAll() {
    try (Scope scope = Scope.open()) {
      Moments moments = new Moments(1, middle);
      forEachPart((x, from) -> moments.add(x, new int[(int) x.size(0)]));
      return moments.covariance(0);
    }
  }

  private interface Work {
    void on(Tensor x, int from);
  }

  private void forEachPart(Work work) {
    for (int i = 1; i < parts.length; i++) {
      try (Scope scope = Scope.open()) {
        work.on(points.doubles(parts[i - 1], parts[i]), parts[i - 1]);
      }
    }
  }

  private double floor(double[] covariance) {
    int size = points.size();
    double trace = IntStream.range(0, size).mapToDouble(i -> covariance[i * (size + 1)]).sum();
    return Math.max(FLOOR * trace / size, LOWEST_FLOOR);
  }

  private void addFloor(double[] covariance) {
    for (int i = 0; i < covariance.length; i += points.size() + 1) {
      covariance[i] += floor;
    }
  }

  private double[] numbers(int row) {
    float[] point = points.row(row);
    return IntStream.range(0, point.length).mapToDouble(i -> point[i]).toArray();
  }

  private void start(Seeds seeds) {
    try (Scope scope = Scope.open()) {
      Moments moments = new Moments(components.size(), middle);
      forEachPart(
          (x, from) ->
              moments.add(x, Arrays.copyOfRange(seeds.nearest(), from, from + (int) x.size(0))));
      components = fitted(moments);
    }
  }

  GaussianMixture improve(ExpectationMaximization limits, Progress progress) {
    Task task = new Task("mixture", limits.iterations(), "iterations", "log-likelihood");
    double last = Double.NEGATIVE_INFINITY;
    for (int iteration = 1; iteration <= limits.iterations(); iteration++) {
      try (Scope scope = Scope.open()) {
        Moments moments = new Moments(components.size(), middle);
        double likelihood = share(moments) / points.count();
        progress.at(task, iteration, likelihood);
        if (likelihood - last < limits.tolerance()) {
          break;
        }
        last = likelihood;
        components = fitted(moments);
      }
    }
    return new GaussianMixture(components);
  }

  /** The first step: shares each point among the components. Gives the log-likelihood of all. */
  private double share(Moments moments) {
    Densities densities = Densities.of(components);
    double[] likelihood = new double[1];
    forEachPart(
        (x, from) -> {
          Tensor joint = densities.logJoint(x);
          Tensor marginal = joint.logSumExp(1, true);
          moments.add(x, joint.minus(marginal).exp());
          likelihood[0] += marginal.sum().item();
        });
    return likelihood[0];
  }

  /** The second step: each component as its share of the points has it. */
  private List<Gaussian> fitted(Moments moments) {
    double[] counts = moments.counts();
    return IntStream.range(0, counts.length).mapToObj(k -> fitted(moments, k, counts[k])).toList();
  }

  private Gaussian fitted(Moments moments, int k, double count) {
    Gaussian before = components.get(k);
    double weight = Math.min(1, count / points.count());
    if (count < NOTHING) {
      return new Gaussian(weight, before.mean(), before.covariance());
    }
    double[] covariance = moments.covariance(k);
    addFloor(covariance);
    return new Gaussian(weight, moments.mean(k), covariance);
  }
}
