package dev.figment.loss;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.figment.nn.Shape;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Densities and divergences against closed forms and plain loops. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DensitiesTest {
  private static final float[] X = {0.5f, -1, 2, 0.1f};
  private static final float[] MEAN = {0.3f, 0.2f, -0.7f, 1};
  private static final float[] LOG_VARIANCE = {0.5f, -1, 0, 1.5f};

  private static double normal(double x, double mean, double logVariance) {
    double variance = Math.exp(logVariance);
    return -0.5 * (Math.log(2 * Math.PI * variance) + (x - mean) * (x - mean) / variance);
  }

  @Test
  void a_gaussian_density_is_the_sum_of_its_numbers() {
    try (Scope scope = Scope.open()) {
      Tensor density =
          GaussianDensity.of(
              Tensor.of(X, 2, 2), Tensor.of(MEAN, 2, 2), Tensor.of(LOG_VARIANCE, 2, 2));
      assertClose(
          "density",
          density,
          (float) (normal(X[0], MEAN[0], LOG_VARIANCE[0]) + normal(X[1], MEAN[1], LOG_VARIANCE[1])),
          (float)
              (normal(X[2], MEAN[2], LOG_VARIANCE[2]) + normal(X[3], MEAN[3], LOG_VARIANCE[3])));
      assertClose(
          "standard",
          GaussianDensity.standard(Tensor.of(X, 1, 4)),
          (float)
              (normal(X[0], 0, 0) + normal(X[1], 0, 0) + normal(X[2], 0, 0) + normal(X[3], 0, 0)));
    }
  }

  /** ∫ q log(q/p) by the midpoint rule. */
  @Test
  void the_divergence_from_the_standard_normal_is_its_integral() {
    double integral = 0;
    double step = 1e-3;
    for (double z = -12; z < 12; z += step) {
      double logQ = normal(z + step / 2, 0.7, -0.6);
      integral += step * Math.exp(logQ) * (logQ - normal(z + step / 2, 0, 0));
    }
    try (Scope scope = Scope.open()) {
      Tensor divergence = GaussianDivergence.of(Tensor.full(0.7, 1, 3), Tensor.full(-0.6, 1, 3));
      assertThat(divergence.item()).isCloseTo(3 * integral, offset(1e-5));
      assertThat(GaussianDivergence.of(Tensor.zeros(1, 3), Tensor.zeros(1, 3)).item()).isZero();
    }
  }

  @Test
  void a_bernoulli_likelihood_is_the_sum_of_its_pixels() {
    float[] logits = {2, -1, 0.5f, -40};
    float[] x = {1, 0, 0.25f, 1};
    double expected = 0;
    for (int i = 0; i < x.length; i++) {
      double white = -Math.log1p(Math.exp(-logits[i]));
      double black = -Math.log1p(Math.exp(logits[i]));
      expected += x[i] * white + (1 - x[i]) * black;
    }
    try (Scope scope = Scope.open()) {
      Tensor outputs = Tensor.of(logits, 1, 1, 2, 2);
      assertClose(
          "log-likelihood",
          Likelihood.BERNOULLI.logDensity(outputs, Tensor.of(x, 1, 1, 2, 2)),
          (float) expected);
      assertClose("mean", Likelihood.BERNOULLI.mean(outputs), outputs.sigmoid().toArray());
    }
  }

  @Test
  void a_gaussian_likelihood_takes_means_from_the_first_half_of_the_channels() {
    try (Scope scope = Scope.open()) {
      RandomStream stream = RandomStream.named("x", 1);
      Tensor outputs = Noise.normal(stream, 2, 6, 2, 2);
      Tensor x = Noise.normal(stream, 2, 3, 2, 2);
      float[] out = outputs.toArray();
      float[] values = x.toArray();
      float[] expected = new float[2];
      for (int i = 0; i < 24; i++) {
        int mean = i / 12 * 24 + i % 12;
        expected[i / 12] += (float) normal(values[i], out[mean], out[mean + 12]);
      }
      assertClose("log-likelihood", Likelihood.GAUSSIAN.logDensity(outputs, x), expected);
      assertThat(Likelihood.GAUSSIAN.outputs(Shape.image(2, 2, 3))).hasToString("2×2×6");
      assertThat(Likelihood.GAUSSIAN.mean(outputs).shape()).containsExactly(2, 3, 2, 2);
    }
  }
}
