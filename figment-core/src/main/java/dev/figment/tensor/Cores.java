package dev.figment.tensor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many threads an operation uses unless told: two on one physical core only wait. */
final class Cores {
  private static final Logger LOG = LoggerFactory.getLogger(Cores.class);
  private static final Path CPUS = Path.of("/sys/devices/system/cpu");

  private Cores() {}

  static int threads() {
    int available = Runtime.getRuntime().availableProcessors();
    return threads(System.getenv("OMP_NUM_THREADS"), CPUS, available);
  }

  /**
   * @param wanted as OpenMP reads it: a number, or one for each level of nesting; null for none
   */
  static int threads(@Nullable String wanted, Path cpus, int available) {
    String first = wanted == null ? "" : wanted.split(",", 2)[0].strip();
    return first.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(first) : physical(cpus, available);
  }

  /** Where Linux tells which processors share a core; elsewhere all that are available. */
  private static int physical(Path cpus, int available) {
    Set<String> cores = new HashSet<>();
    try (DirectoryStream<Path> each = Files.newDirectoryStream(cpus, "cpu[0-9]*")) {
      for (Path cpu : each) {
        Path siblings = cpu.resolve("topology/thread_siblings_list");
        if (Files.exists(siblings)) { // not where the processor is switched off
          cores.add(Files.readString(siblings));
        }
      }
    } catch (IOException e) {
      LOG.debug("{} does not tell physical cores", cpus, e);
      return available;
    }
    return cores.isEmpty() ? available : Math.min(cores.size(), available);
  }
}
