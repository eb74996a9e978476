package dev.figment.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An empty folder for what a turn wants to keep for the next, gone afterwards. */
record CacheFolder(Path path) implements AutoCloseable {
  static CacheFolder in(Path parent) throws IOException {
    return new CacheFolder(Files.createTempDirectory(parent, "caches"));
  }

  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
