package dev.figment.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the processor says of itself. */
public final class Processor {
  private static final Logger LOG = LoggerFactory.getLogger(Processor.class);
  private static final Path LINUX = Path.of("/proc/cpuinfo");

  private Processor() {}

  /**
   * The names of what it can do, as Linux has them: {@code avx512f}, {@code amx_bf16}; none where
   * the system does not tell.
   */
  public static Set<String> flags() {
    return Files.isReadable(LINUX) ? flags(LINUX) : Set.of();
  }

  static Set<String> flags(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(
              line ->
                  Set.copyOf(List.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+"))))
          .orElse(Set.of());
    } catch (IOException e) {
      LOG.debug("{} does not tell what the processor can do", file, e);
      return Set.of();
    }
  }
}
