package dev.figment.model.adversarial;

import dev.figment.loss.HistoricalAveraging;
import dev.figment.nn.Parameters;
import dev.figment.tensor.Tensor;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Historical averaging of both networks, where a recipe asks for it. */
final class Histories implements AutoCloseable {
  private final Map<String, HistoricalAveraging> each = new TreeMap<>();

  /**
   * @param weight null for none
   */
  Histories(@Nullable Double weight, Parameters generator, Parameters discriminator) {
    if (weight != null) {
      each.put("generator", new HistoricalAveraging(weight, generator));
      each.put("discriminator", new HistoricalAveraging(weight, discriminator));
    }
  }

  /** A phase's loss, and how far its network is from its past. */
  Tensor added(Tensor loss, String phase) {
    return each.isEmpty() ? loss : loss.plus(Objects.requireNonNull(each.get(phase)).of());
  }

  /** A value at birth and one after each step make the means. */
  void at(long step) {
    each.values().forEach(history -> history.resumeAt(step + 1));
  }

  void remember() {
    each.values().forEach(HistoricalAveraging::remember);
  }

  Map<String, Tensor> state() {
    Map<String, Tensor> state = new TreeMap<>();
    each.forEach((name, history) -> state.put(name + ".history", history.mean()));
    return state;
  }

  @Override
  public void close() {
    each.values().forEach(HistoricalAveraging::close);
  }
}
