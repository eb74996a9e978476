package dev.figment.latent;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.tensor.Doubles;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * A density of points as a weighted sum of Gaussians with full covariances: p(x) = Σₖ wₖ·N(x; μₖ,
 * Σₖ). Fitted on the latents of a plain autoencoder, it says where there is something to be
 * decoded, and draws new points there.
 *
 * <pre>{@code
 * GaussianMixture prior = GaussianMixture.fit(latents, 10, RandomStream.named("mixture", 1));
 * Points drawn = prior.sample(64, RandomStream.named("latent", 7));
 * }</pre>
 */
public final class GaussianMixture {
  private static final int PART = 1 << 17;

  private final List<Gaussian> components;

  /**
   * A mixture of these components.
   *
   * @param components at least one, all of one size, with weights that sum to 1
   * @throws dev.figment.UsageException if they are not so
   */
  public GaussianMixture(List<Gaussian> components) {
    require(!components.isEmpty(), "gaussian mixture: expected at least one component");
    for (Gaussian each : components) {
      require(
          each.size() == components.get(0).size(),
          "gaussian mixture: expected components of one size, got %d and %d",
          components.get(0).size(),
          each.size());
    }
    double sum = components.stream().mapToDouble(Gaussian::weight).sum();
    require(
        Math.abs(sum - 1) < 1e-6, "gaussian mixture: expected weights that sum to 1, got %s", sum);
    this.components = List.copyOf(components);
  }

  /**
   * Fits a mixture by {@link ExpectationMaximization}, within its usual limits.
   *
   * @param stream chooses where it starts
   * @throws dev.figment.UsageException if there are fewer points than components
   */
  public static GaussianMixture fit(Points points, int components, RandomStream stream) {
    return ExpectationMaximization.of(components).fit(points, stream, Progress.NONE);
  }

  public List<Gaussian> components() {
    return components;
  }

  /** How many numbers a point has. */
  public int size() {
    return components.get(0).size();
  }

  /**
   * Draws points: a component by its weight, then μ + L·ε, with L·Lᵀ = Σ and ε standard normal.
   *
   * @param count at least 0
   */
  public Points sample(int count, RandomStream stream) {
    require(count >= 0, "gaussian mixture: count must be at least 0, got %d", count);
    double[][] means = components.stream().map(Gaussian::mean).toArray(double[][]::new);
    double[][] roots = components.stream().map(Gaussian::root).toArray(double[][]::new);
    float[] drawn = new float[Math.multiplyExact(count, size())];
    for (int i = 0; i < count; i++) {
      int chosen = choose(stream.nextDouble());
      draw(means[chosen], roots[chosen], noise(stream), drawn, i);
    }
    return new Points(drawn, size());
  }

  private int choose(double drawn) {
    int last = 0;
    for (int k = 0; k < components.size(); k++) {
      double weight = components.get(k).weight();
      last = weight > 0 ? k : last;
      drawn -= weight;
      if (drawn < 0) {
        return k;
      }
    }
    return last; // the weights sum to a little less than 1, by rounding
  }

  private double[] noise(RandomStream stream) {
    double[] noise = new double[size()];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = stream.nextGaussian();
    }
    return noise;
  }

  private static void draw(double[] mean, double[] root, double[] noise, float[] drawn, int point) {
    int size = mean.length;
    for (int i = 0; i < size; i++) {
      double value = mean[i];
      for (int j = 0; j <= i; j++) {
        value += root[i * size + j] * noise[j];
      }
      drawn[point * size + i] = (float) value;
    }
  }

  /**
   * log p(x) of each point, in nats.
   *
   * @throws dev.figment.UsageException if the points have another size
   */
  public double[] logLikelihood(Points points) {
    require(
        points.size() == size(),
        "gaussian mixture: expected points of %d numbers, got %d",
        size(),
        points.size());
    double[] logs = new double[points.count()];
    int[] parts = points.parts(PART);
    try (Scope scope = Scope.open()) {
      Densities densities = Densities.of(components);
      for (int i = 1; i < parts.length; i++) {
        try (Scope part = Scope.open()) {
          Tensor joint = densities.logJoint(points.doubles(parts[i - 1], parts[i]));
          double[] sums = Doubles.toArray(joint.logSumExp(1, false));
          System.arraycopy(sums, 0, logs, parts[i - 1], sums.length);
        }
      }
    }
    return logs;
  }
}
