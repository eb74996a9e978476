package dev.figment.data.reader;

import dev.figment.Progress;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Does something to many images, over all processors, and hands on what came of each in their
 * order; a few are held at a time.
 */
record InOrder(Progress progress) {
  private static final int CHUNK = 32;

  /** Is given things in their order. */
  interface Taker<T> {
    void take(int index, T thing) throws IOException;
  }

  /**
   * Does it.
   *
   * @param name of the work, as progress is told
   * @param count of the images, which have the indices from 0 on
   */
  <T> void each(String name, int count, IntFunction<T> work, Taker<T> taker) throws IOException {
    Progress.Task task = new Progress.Task(name, count, "images", "");
    progress.at(task, 0, 0);
    for (int start = 0; start < count; start += CHUNK) {
      int end = Math.min(count, start + CHUNK);
      List<T> done = IntStream.range(start, end).parallel().mapToObj(work).toList();
      for (int i = start; i < end; i++) {
        taker.take(i, done.get(i - start));
      }
      progress.at(task, end, 0);
    }
  }
}
