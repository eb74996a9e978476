package dev.figment.nn;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Noise;
import dev.figment.tensor.Tensor;

/**
 * In training, x + n with n ~ N(0, deviation²) for each value; otherwise x.
 *
 * @param deviation at least 0
 */
public record GaussianNoise(double deviation) implements Elementwise {
  public GaussianNoise {
    require(deviation >= 0, "gaussianNoise: deviation must be at least 0, got %s", deviation);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return pass.isTraining() && deviation > 0
        ? x.plus(Noise.normal(pass.random(), x.shape()).to(x.device()).times(deviation))
        : x;
  }
}
