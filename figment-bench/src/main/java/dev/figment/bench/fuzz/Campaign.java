package dev.figment.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Runs cases of a format.
 *
 * @param folder where each case's file is written, and that of each kind of fault is kept
 * @param started is told of each case before it is read
 */
record Campaign(Format format, long seed, Limits limits, Path folder, LongConsumer started) {
  /**
   * Runs the cases from one number up to, not with, another.
   *
   * @throws AssertionError if a seed, whole as it is, is refused
   */
  Outcome run(long from, long to) {
    Path file = folder.resolve("case" + format.ending());
    requireSeedsRead(file);
    Outcome outcome = new Outcome(format.name());
    for (long number = from; number < to; number++) {
      byte[] bytes = format.bytes(seed, number);
      write(file, bytes);
      started.accept(number);
      Meter measured = Meter.of(format.reader(), file);
      if (outcome.add(number, measured, Finding.of(measured, format, limits))) {
        write(path(number), bytes);
      }
    }
    return outcome;
  }

  /** Also loads what the first case would be blamed for. */
  private void requireSeedsRead(Path file) {
    for (byte[] whole : format.seeds()) {
      write(file, whole);
      Meter measured = Meter.of(format.reader(), file);
      if (measured.thrown() != null) {
        throw new AssertionError(format.name() + ": a whole file is refused", measured.thrown());
      }
    }
  }

  /** Where the file of a case is kept, if it is the first to show a fault. */
  Path path(long number) {
    return folder.resolve(format.name() + "-" + number + format.ending());
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
