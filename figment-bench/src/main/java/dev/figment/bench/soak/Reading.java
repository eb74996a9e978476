package dev.figment.bench.soak;

import dev.figment.tensor.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What this process holds.
 *
 * @param count steps made, or models closed
 * @param heap bytes, after a collection
 * @param resident bytes of memory, native ones too
 * @param pointers native objects that are alive
 * @param files that are open, jars apart: one is opened when a class of it is first needed, and
 *     stays; none where the system does not tell
 * @param threads of the system where it tells them, of Java otherwise
 */
record Reading(
    long count, long heap, long resident, long pointers, List<String> files, long threads) {
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
        inside(FILES).stream()
            .map(Reading::target)
            .filter(file -> !file.isEmpty() && !file.endsWith(".jar"))
            .toList(),
        Files.isDirectory(THREADS)
            ? inside(THREADS).size()
            : ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a descriptor stands for; empty where it is closed by now, as that of the listing is. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (NoSuchFileException e) {
      return "";
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
        files.size(),
        threads);
  }
}
