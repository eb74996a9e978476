package dev.figment.model.adversarial.gan;

import dev.figment.loss.HistoricalAveraging;
import dev.figment.tensor.Tensor;
import java.util.Map;
import java.util.TreeMap;

/** Historical averaging of both networks, where a recipe asks for it. */
final class Histories implements AutoCloseable {
  private final Map<String, HistoricalAveraging> each = new TreeMap<>();

  /**
   * @param weight null for none
   */
  Histories(Double weight, Generator generator, Discriminator discriminator) {
    if (weight != null) {
      each.put("generator", new HistoricalAveraging(weight, generator.parameters().trainable()));
      each.put(
          "discriminator", new HistoricalAveraging(weight, discriminator.parameters().trainable()));
    }
  }

  /** A phase's loss, and how far its network is from its past. */
  Tensor added(Tensor loss, String phase) {
    return each.isEmpty() ? loss : loss.plus(each.get(phase).of());
  }

  /** A value at birth and one after each step make the means. */
  void at(long step) {
    each.values().forEach(history -> history.resumeAt(step + 1));
  }

  void remember() {
    each.values().forEach(HistoricalAveraging::remember);
  }

  Map<String, Tensor> memory() {
    Map<String, Tensor> memory = new TreeMap<>();
    each.forEach((name, history) -> memory.put(name + ".history", history.mean()));
    return memory;
  }

  @Override
  public void close() {
    each.values().forEach(HistoricalAveraging::close);
  }
}
