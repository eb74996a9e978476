package dev.figment.train;

import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.tensor.Backend;
import java.util.List;

/**
 * How many threads a training step gains from. Two meet after each operation, and where an
 * operation is small, that takes longer than half of it: such a step takes one thread, and leaves
 * the other cores alone.
 */
public final class StepThreads {
  /** In multiplications of a forward pass of a batch. */
  private static final long SMALL = 250_000_000;

  private StepThreads() {}

  /** Sets as many as steps of these networks gain from, unless somebody said how many. */
  public static void set(List<Network> networks, int batch) {
    Backend.threadsFor(isSmall(networks, batch));
  }

  /** Whether one thread is enough: no network convolves, and all of them multiply little. */
  static boolean isSmall(List<Network> networks, int batch) {
    List<Architecture> all = networks.stream().map(Network::architecture).toList();
    return all.stream().noneMatch(StepThreads::convolves)
        && batch * all.stream().mapToLong(Architecture::multiplyAdds).sum() < SMALL;
  }

  private static boolean convolves(Architecture network) {
    return network.parameters().stream().anyMatch(parameter -> parameter.shape().length == 4);
  }
}
