package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;

/**
 * x, and in training a penalty of kl · Σ over units of KL(p ‖ q) / examples: p the target, q the
 * unit's mean activity over the batch, KL(p ‖ q) = p·log(p/q) + (1 − p)·log((1 − p)/(1 − q)). For
 * activities between 0 and 1, as a sigmoid gives; q is kept 1e-7 away from both ends. The sum is
 * divided by the size of the batch, as {@link ActivityRegularization}'s is, and as Keras divides
 * whatever an activity regularizer gives.
 *
 * @param target p, in (0, 1)
 * @param kl what the divergence weighs, at least 0
 * @see <a href="https://web.stanford.edu/class/cs294a/sparseAutoencoder_2011new.pdf">Ng 2011,
 *     section 3</a> (there the divergence counts once for the whole set: β is kl / examples)
 */
public record Sparsity(
    @JsonProperty(defaultValue = "0.1") double target,
    @JsonProperty(defaultValue = "0.05") double kl)
    implements Elementwise {
  private static final double MARGIN = 1e-7;

  public Sparsity {
    require(target > 0 && target < 1, "sparsity: target must be in (0, 1), got %s", target);
    require(kl >= 0, "sparsity: kl must be at least 0, got %s", kl);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    if (pass.isTraining() && kl > 0) {
      Tensor activity = x.toFloats().mean(new long[] {0}, false);
      pass.penalize(divergence(activity).times(kl / x.size(0)));
    }
    return x;
  }

  private Tensor divergence(Tensor activity) {
    Tensor q = activity.clamp(MARGIN, 1 - MARGIN);
    double entropy = target * Math.log(target) + (1 - target) * Math.log(1 - target);
    Tensor cross = q.log().times(target).plus(q.negated().plus(1).log().times(1 - target));
    return cross.negated().plus(entropy).sum();
  }
}
