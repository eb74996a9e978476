package dev.figment.model;

import dev.figment.nn.Pass;
import dev.figment.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A loss and what else is worth knowing about it, all still on the device.
 *
 * @param total a scalar, the one that is differentiated
 * @param terms scalars by statistic name, such as {@code scores/real}
 */
public record Losses(Tensor total, Map<String, Tensor> terms) {
  public static Losses of(Tensor total, Pass... passes) {
    Tensor sum = total;
    for (Pass pass : passes) {
      for (Tensor penalty : pass.penalties()) {
        sum = sum.plus(penalty);
      }
    }
    return new Losses(sum, Map.of());
  }

  /** The same with one more statistic. */
  public Losses with(String name, Tensor scalar) {
    Map<String, Tensor> more = new LinkedHashMap<>(terms);
    more.put(name, scalar.detached());
    return new Losses(total, more);
  }
}
