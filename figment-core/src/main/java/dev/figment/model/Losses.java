package dev.figment.model;

import dev.figment.nn.Pass;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A loss and what else is worth knowing about it, all still on the device.
 *
 * @param total a scalar, the one that is differentiated
 * @param terms scalars that the loss is made of, by statistic name, such as {@code loss/kl}
 * @param watched how to measure what the loss is not made of, such as {@code scores/real}: scalars
 *     too, measured now and then
 */
public record Losses(
    Tensor total, Map<String, Tensor> terms, Map<String, Supplier<Tensor>> watched) {
  public static Losses of(Tensor total, Pass... passes) {
    Tensor sum = total;
    for (Pass pass : passes) {
      for (Tensor penalty : pass.penalties()) {
        sum = sum.plus(penalty);
      }
    }
    return new Losses(sum, Map.of(), Map.of());
  }

  /** The same with one more term. */
  public Losses with(String name, Tensor scalar) {
    return new Losses(total, more(terms, name, scalar.detached()), watched);
  }

  /**
   * The same with something more to watch.
   *
   * @param scalar asked, if at all, before the parameters move
   */
  public Losses watching(String name, Supplier<Tensor> scalar) {
    return new Losses(total, terms, more(watched, name, scalar));
  }

  /** All statistics, those that are watched measured now. */
  public Map<String, Tensor> statistics() {
    return measured(name -> true);
  }

  /** The terms, and of what is watched that which is due by its name, measured now. */
  public Map<String, Tensor> measured(Predicate<String> isDue) {
    Map<String, Tensor> all = new LinkedHashMap<>(terms);
    try (Gradients.Paused paused = Gradients.pause()) {
      watched.forEach(
          (name, scalar) -> {
            if (isDue.test(name)) {
              all.put(name, scalar.get());
            }
          });
    }
    return all;
  }

  private static <T> Map<String, T> more(Map<String, T> map, String name, T value) {
    Map<String, T> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }
}
