package dev.figment.model.vae;

import dev.figment.loss.GaussianDensity;
import dev.figment.loss.GaussianDivergence;
import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What an encoder says of examples: the Gaussian q(z|x) of each, and a context for flows.
 *
 * @param mean μ (examples, latent)
 * @param logVariance log σ² (examples, latent)
 * @param context (examples, numbers), or null
 */
record Posterior(Tensor mean, Tensor logVariance, @Nullable Tensor context) {
  /** Out of what {@link PosteriorHead} gives. */
  static Posterior of(Tensor head, int latent, int context) {
    return new Posterior(
        head.narrow(1, 0, latent),
        head.narrow(1, latent, latent),
        context == 0 ? null : head.narrow(1, 2 * latent, context));
  }

  /** The same with every example so many times, one after the other. */
  Posterior repeated(int times) {
    return times == 1
        ? this
        : new Posterior(
            repeated(mean, times),
            repeated(logVariance, times),
            context == null ? null : repeated(context, times));
  }

  /** Every row so many times, one after the other. */
  static Tensor repeated(Tensor rows, int times) {
    long[] shape = rows.shape();
    long[] wide = new long[shape.length + 1];
    wide[0] = shape[0];
    wide[1] = times;
    System.arraycopy(shape, 1, wide, 2, shape.length - 1);
    long[] narrow = wide.clone();
    narrow[1] = 1;
    shape[0] *= times;
    return rows.reshape(narrow).expand(wide).reshape(shape);
  }

  /** z = μ + σ·ε: a point that can be differentiated by the encoder's parameters. */
  Tensor at(Tensor noise) {
    return mean.plus(logVariance.times(0.5).exp().times(noise));
  }

  /** log q(z|x) of the Gaussian itself (examples). */
  Tensor logDensity(Tensor z) {
    return GaussianDensity.of(z, mean, logVariance);
  }

  /** KL(q ‖ N(0, I)) of the Gaussian itself (examples). */
  Tensor divergence() {
    return GaussianDivergence.of(mean, logVariance);
  }
}
