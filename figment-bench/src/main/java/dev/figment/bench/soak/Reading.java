package dev.figment.bench.soak;

import dev.figment.tensor.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What this process holds.
 *
 * @param count steps made, or models closed
 * @param heap bytes, after a collection
 * @param resident bytes of memory, native ones too
 * @param pointers native objects that are alive
 * @param files that are open; 0 where the system does not tell
 * @param threads of the system where it tells them, of Java otherwise
 */
record Reading(long count, long heap, long resident, long pointers, long files, long threads) {
  static final String HEAD =
      "| %s | heap after GC, MB | resident, MB | native objects | open files | threads |\n"
          + "|--:|--:|--:|--:|--:|--:|";

  private static final Path FILES = Path.of("/proc/self/fd");
  private static final Path THREADS = Path.of("/proc/self/task");

  static Reading at(long count) {
    System.gc(); // what is left then is what is held
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Reading(
        count,
        heap,
        Backend.residentBytes(),
        Backend.livePointers(),
        count(FILES, 0),
        count(THREADS, ManagementFactory.getThreadMXBean().getThreadCount()));
  }

  private static long count(Path folder, long otherwise) {
    if (!Files.isDirectory(folder)) {
      return otherwise;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a row below {@link #HEAD}. */
  String toLine() {
    return String.format(
        Locale.ROOT,
        "| %,d | %.1f | %.0f | %,d | %d | %d |",
        count,
        heap / 1048576.0,
        resident / 1048576.0,
        pointers,
        files,
        threads);
  }
}
