package dev.figment.run;

import dev.figment.format.Temporaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a run shows of its course, every digit and pixel of it: what one that was killed must have
 * in common with one that was not. Times and memory differ.
 *
 * @param numbers weights, and what optimizers remember
 * @param lines of statistics and metrics
 * @param pictures of single steps, by name
 * @param names of all files but event files and the lock
 */
public record CourseOfRun(
    Map<String, String> numbers,
    List<String> lines,
    Map<String, Integer> pictures,
    TreeSet<String> names) {
  public static CourseOfRun of(Path run) throws IOException {
    TreeSet<String> names = names(run);
    Map<String, Integer> pictures = new TreeMap<>();
    for (String each : names) {
      if (each.matches("(fakes|reconstructions)-\\d+\\.png|reals\\.png")) {
        pictures.put(each, Arrays.hashCode(Files.readAllBytes(run.resolve(each))));
      }
    }
    return new CourseOfRun(Tiny.numbers(run), lines(run), pictures, names);
  }

  private static TreeSet<String> names(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      TreeSet<String> names = new TreeSet<>();
      files
          .filter(each -> !each.getFileName().toString().matches("events.*|lock"))
          .forEach(each -> names.add(run.relativize(each).toString()));
      return names;
    }
  }

  private static List<String> lines(Path run) {
    return Stream.of("stats.jsonl", "metrics.jsonl")
        .map(run::resolve)
        .filter(Files::exists)
        .flatMap(CourseOfRun::linesOf)
        .map(line -> line.replaceAll("\"(seconds|imagesPerSecond|residentBytes)\":[^,}]*", ""))
        .toList();
  }

  private static Stream<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that a write left half done. */
  public static List<Path> leftovers(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files
          .filter(each -> Temporaries.isOne(each) || each.toString().endsWith(".tmp"))
          .toList();
    }
  }
}
