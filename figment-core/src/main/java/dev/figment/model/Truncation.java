package dev.figment.model;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Styles brought nearer to their mean, where a model has seen more: w′ = mean + ψ·(w − mean).
 * Pictures get better and more alike.
 *
 * @param psi ψ, any number that is finite: 1 changes nothing, 0 leaves the mean alone, below 0 is
 *     the opposite of what w stands for
 * @param layers only the first so many are given w′, and the others w, at least 0; null for all
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, appendix B</a> (no
 *     difference)
 */
public record Truncation(double psi, @Nullable Integer layers) {
  /** Styles as they are. */
  public static final Truncation NONE = new Truncation(1, null);

  public Truncation {
    require(Double.isFinite(psi), "truncation: expected a finite number, got %s", psi);
    require(layers == null || layers >= 0, "truncation: layers must be at least 0, got %s", layers);
  }

  /**
   * @param w styles (examples, numbers)
   * @param mean of all styles (numbers)
   * @param all how many layers there are
   * @return a style for each layer (examples, all, numbers)
   */
  public Tensor of(Tensor w, Tensor mean, int all) {
    int first = layers == null ? all : Math.min(layers, all);
    if (psi == 1 || first == 0) {
      return spread(w, all);
    }
    Tensor truncated = spread(mean.plus(w.minus(mean).times(psi)), first);
    return first == all
        ? truncated
        : Tensor.concatenate(1, List.of(truncated, spread(w, all - first)));
  }

  /**
   * The same styles for so many layers.
   *
   * @param w (examples, numbers)
   * @return (examples, layers, numbers), without a copy
   */
  public static Tensor spread(Tensor w, long layers) {
    return w.reshape(w.size(0), 1, w.size(1)).expand(w.size(0), layers, w.size(1));
  }
}
