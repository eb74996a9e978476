package dev.figment.run;

import com.sun.management.OperatingSystemMXBean;
import dev.figment.MemoryException;
import dev.figment.nn.Architecture;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Shape;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * What a training takes at the very least: its parameters, and what one layer gives of a batch, the
 * largest one. It takes several times as much; a machine without that much cannot begin.
 *
 * @param parameters bytes of all networks
 * @param batch bytes at the layer
 * @param layer where: {@code generator/3 conv2d}
 */
record LeastMemory(double parameters, double batch, String layer) {
  private static final double FLOAT = 4;
  private static final double GIGABYTE = 1 << 30;

  /**
   * @param batch examples in an update
   */
  static LeastMemory of(List<Architecture> networks, int batch) {
    double parameters =
        networks.stream()
            .flatMap(each -> each.parameters().stream())
            .mapToDouble(ParameterSpec::count)
            .sum();
    LeastMemory largest = new LeastMemory(FLOAT * parameters, 0, "");
    for (Architecture network : networks) {
      List<Shape> shapes = network.shapes();
      for (int i = 0; i < network.layers().size(); i++) {
        double bytes = FLOAT * batch * shapes.get(i + 1).count();
        if (bytes > largest.batch) {
          String layer = network.name() + "/" + i + " " + network.layers().get(i).kind();
          largest = new LeastMemory(largest.parameters, bytes, layer);
        }
      }
    }
    return largest;
  }

  /** The memory of this machine, in bytes. */
  static double here() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /**
   * Refuses to begin what cannot fit.
   *
   * @throws MemoryException if it does not
   */
  void requireWithin(double memory) {
    if (parameters + batch > memory) {
      throw new MemoryException(
          String.format(
              Locale.ROOT,
              "memory: expected a training that fits into the %,.1f GB of this machine, got one"
                  + " that takes at least %,.1f GB: %,.1f GB of parameters, and %,.1f GB of a batch"
                  + " at %s. Take smaller layers, smaller images or a smaller train.batch.",
              memory / GIGABYTE,
              (parameters + batch) / GIGABYTE,
              parameters / GIGABYTE,
              batch / GIGABYTE,
              layer),
          null);
    }
  }
}
