package dev.figment.cli.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What this process and its children do not hear: a shell starts what it puts in the background
 * with interruptions ignored, {@code nohup} whatever it starts with hang-ups.
 */
final class IgnoredSignals {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String MASK = "SigIgn:";
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  private IgnoredSignals() {}

  /** Whether a signal is one of them; false where the system does not tell. */
  static boolean contain(String signal) throws IOException {
    if (!Files.exists(STATUS)) {
      return false;
    }
    long bit = 1L << NUMBERS.get(signal) - 1;
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(MASK))
        .anyMatch(
            line -> (Long.parseUnsignedLong(line.substring(MASK.length()).strip(), 16) & bit) != 0);
  }
}
