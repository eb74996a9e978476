package dev.figment.loss;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Path length regularization: weight·E[(ℓ − a)²], so that a step in w changes the image by the same
 * amount everywhere. ℓ = ‖∂Σ(y·image)/∂w‖ with noise y ~ N(0, 1)/√(height·width): squares are
 * summed over the numbers of a style, then averaged over the layers that it is given to. a is a
 * running mean of ℓ that begins at 0 and takes 1 % of each batch; it takes this batch's before it
 * is used, and the loss is differentiated through that too.
 *
 * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, eq. 4</a>; the mean over
 *     layers and the weight of 2 are its authors' program's
 */
public final class PathLength implements AutoCloseable {
  private static final double DECAY = 0.01;

  private final double weight;
  private final Tensor mean;

  /**
   * @param weight at least 0; 2 in the paper
   */
  public PathLength(double weight, Device device) {
    require(weight >= 0, "pathLength: weight must be at least 0, got %s", weight);
    this.weight = weight;
    try (Scope scope = Scope.open()) {
      this.mean = Tensor.zeros(1).to(device).retain();
    }
  }

  /**
   * Also moves the running mean.
   *
   * @param synthesis from styles to images (examples, channels, height, width)
   * @param styles w (examples, layers, numbers), or (examples, numbers) where all layers share one;
   *     differentiable, itself or as a result
   * @return a scalar []
   */
  public Tensor of(UnaryOperator<Tensor> synthesis, Tensor styles, RandomStream stream) {
    Tensor images = synthesis.apply(styles);
    Tensor noise = Noise.normal(stream, images.shape()).to(images.device());
    return of(images, noise, styles);
  }

  /** The same with given standard normal noise. */
  Tensor of(Tensor images, Tensor noise, Tensor styles) {
    double scale = 1 / Math.sqrt(images.size(2) * images.size(3));
    Tensor seen = images.times(noise.times(scale)).sum();
    Tensor lengths = lengths(Gradients.differentiable(seen, List.of(styles)).get(0));
    Tensor average = mean.times(1 - DECAY).plus(lengths.mean().times(DECAY));
    mean.copyFrom(average.detached());
    return lengths.minus(average).square().mean().times(weight);
  }

  private static Tensor lengths(Tensor gradient) {
    return gradient.rank() == 2
        ? gradient.norm(new long[] {1}, false)
        : gradient.norm(new long[] {1, 2}, false).times(1 / Math.sqrt(gradient.size(1)));
  }

  /** a, one number (1): what a checkpoint must hold. */
  public Tensor mean() {
    return mean;
  }

  @Override
  public void close() {
    mean.close();
  }
}
