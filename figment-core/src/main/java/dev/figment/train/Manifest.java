package dev.figment.train;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import dev.figment.format.AtomicFile;
import dev.figment.format.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Size and SHA-256 of each file of a checkpoint: {@code manifest.json}. */
final class Manifest {
  static final String FILE = "manifest.json";

  private record Entry(long size, String sha256) {}

  private Manifest() {}

  static void write(Path folder, List<String> files) {
    Map<String, Entry> entries = new TreeMap<>();
    files.forEach(file -> entries.put(file, entry(folder.resolve(file))));
    write(folder, entries);
  }

  private static void write(Path folder, Map<String, Entry> entries) {
    AtomicFile.write(folder.resolve(FILE), CheckpointJson.write(entries));
  }

  /** Whether a file is among those that were written down. */
  static boolean names(Path folder, String file) {
    return read(folder.resolve(FILE)).get(file) != null;
  }

  /** Forgets all files but one. */
  static void keepOnly(Path folder, String file) {
    Map<String, Entry> entries = new TreeMap<>(read(folder.resolve(FILE)));
    entries.keySet().retainAll(Set.of(file));
    write(folder, entries);
  }

  /**
   * Compares the files with what was written down of them.
   *
   * @throws ModelFileException naming the first that is missing or differs
   */
  static void verify(Path folder, List<String> files) {
    Map<String, Entry> entries = read(folder.resolve(FILE));
    for (String each : files) {
      verify(folder.resolve(each), entries.get(each));
    }
  }

  private static void verify(Path file, @Nullable Entry expected) {
    if (expected == null) {
      throw new ModelFileException("%s: expected to be named in %s, is not", file, FILE);
    }
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException("%s: missing, though %s names it", file, FILE);
    }
    Entry found = entry(file);
    if (!found.equals(expected)) {
      throw new ModelFileException(
          "%s: expected %d bytes with SHA-256 %s, got %d bytes with %s. It was damaged after it"
              + " was written.",
          file, expected.size, expected.sha256, found.size, found.sha256);
    }
  }

  private static Map<String, Entry> read(Path file) {
    try {
      return CheckpointJson.read(file, "a manifest", new TypeReference<>() {});
    } catch (IOException e) {
      throw new ModelFileException("%s: cannot be read (%s): the checkpoint is not whole", file, e);
    }
  }

  private static Entry entry(Path file) {
    try {
      return new Entry(Files.size(file), Sha256.of(file));
    } catch (IOException e) {
      throw new DiskException(file, "reading", e);
    }
  }
}
