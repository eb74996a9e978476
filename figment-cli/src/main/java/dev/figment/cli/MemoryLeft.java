package dev.figment.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much memory this machine, or the container that we are in, has left. */
final class MemoryLeft {
  private MemoryLeft() {}

  /** In bytes; what files are cached in counts as free where the system says so. */
  static long bytes() {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
      return Runtime.getRuntime().maxMemory();
    }
    Map<String, Long> linux = linux(Path.of("/proc/meminfo"));
    boolean isWhole = system.getTotalMemorySize() == linux.getOrDefault("MemTotal", 0L);
    return isWhole
        ? linux.getOrDefault("MemAvailable", system.getFreeMemorySize())
        : system.getFreeMemorySize(); // a container's, or another system's
  }

  /** The lines {@code MemTotal: 24684084 kB} and so on, in bytes; empty where there is no file. */
  static Map<String, Long> linux(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.split("[:\\s]+"))
          .filter(words -> words.length == 3 && words[2].equals("kB"))
          .collect(Collectors.toMap(words -> words[0], words -> Long.parseLong(words[1]) << 10));
    } catch (IOException e) {
      return Map.of();
    }
  }
}
