package dev.figment.run.exploration;

import dev.figment.DiskException;
import dev.figment.format.AtomicFile;
import dev.figment.format.Folders;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A folder of images, a PNG file each, encoded and written by threads of its own while more are
 * made. Few wait at a time: where the writers fall behind, who brings images writes them.
 *
 * <p>A file is there whole or not at all, whatever ends the process. Files are not flushed one by
 * one, for they can be made again; see {@link AtomicFile#writeUnflushed}.
 */
final class SampleFiles implements AutoCloseable {
  /** How many images a writer takes at a time. */
  static final int TAKEN = 32;

  /** How many such parts wait for each writer. */
  static final int WAITING = 2;

  private static final int DIGITS = 4;

  private final Path folder;
  private final int digits;
  private final ThreadPoolExecutor writers;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private boolean failed;

  /**
   * @param folder that is not there yet, or empty
   * @param count how many images there will be: their names have as many digits, and at least 4
   * @throws dev.figment.UsageException if there are files in the folder
   */
  SampleFiles(Path folder, int count) {
    this(folder, count, Runtime.getRuntime().availableProcessors());
  }

  SampleFiles(Path folder, int count, int threads) {
    Samples.requireEmpty(folder);
    this.folder = folder;
    this.digits = Math.max(DIGITS, String.valueOf(count - 1).length());
    this.writers =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING * threads),
            SampleFiles::writer,
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /** A thread that does not keep the process from ending. */
  private static Thread writer(Runnable work) {
    Thread thread = new Thread(work, "samples");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Has images written.
   *
   * @param first the number of the first of them: its file is {@code 0000.png} if it is 0
   * @throws DiskException if one of these, or of those before, could not be written
   */
  void add(Samples samples, int first) {
    for (int start = 0; start < samples.count(); start += TAKEN) {
      int from = start;
      int to = Math.min(samples.count(), start + TAKEN);
      writers.execute(() -> write(samples, from, to, first));
      throwFailure();
    }
  }

  /** After a failure nothing more is written. */
  private void write(Samples samples, int from, int to, int first) {
    try {
      for (int i = from; i < to && failure.get() == null; i++) {
        AtomicFile.writeUnflushed(folder.resolve(name(first + i)), samples.png(i));
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  /** Sorted by their names, they are in the order of their numbers. */
  private String name(int number) {
    String decimal = String.valueOf(number);
    return "0".repeat(digits - decimal.length()) + decimal + ".png";
  }

  /** Once: closed after it, try-with-resources would add the failure to itself. */
  private void throwFailure() {
    Throwable thrown = failed ? null : failure.get();
    failed |= thrown != null;
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /**
   * Waits until all are written.
   *
   * @throws DiskException if one could not be
   */
  @Override
  public void close() {
    writers.shutdown();
    try {
      while (!writers.awaitTermination(1, TimeUnit.MINUTES)) {}
      throwFailure();
      if (!failed) {
        Folders.flush(folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DiskException(folder, "writing", new InterruptedIOException("interrupted"));
    } catch (IOException e) {
      throw new DiskException(folder, "writing", e);
    }
  }
}
