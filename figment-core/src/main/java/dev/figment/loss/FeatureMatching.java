package dev.figment.loss;

import dev.figment.tensor.Tensor;

/**
 * What a generator minimizes to match the statistics of the data: |E f(x) − E f(G(z))|, averaged
 * over the features, f an inner layer of the discriminator. Means run over the batch; each value of
 * an inner image is a feature of its own.
 *
 * @see <a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016, section 3.1</a>. The paper
 *     squares the distance; its authors' program does not, and neither do we
 */
public final class FeatureMatching {
  private FeatureMatching() {}

  /**
   * @param real features of real examples, the batch first; nothing is learned through them
   * @param fake the same of generated ones; as many or not
   * @return a scalar []
   */
  public static Tensor of(Tensor real, Tensor fake) {
    long[] batch = {0};
    return real.detached().mean(batch, false).minus(fake.mean(batch, false)).abs().mean();
  }
}
