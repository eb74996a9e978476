package dev.figment.bench.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * Reads a file and measures it.
 *
 * @param seconds of the processor, of the thread that reads: the clock would count other work too
 * @param bytes taken of the heap by all threads, whether or not they were given back meanwhile
 * @param thrown null where the file was read
 */
record Meter(double seconds, long bytes, Throwable thrown) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Meter of(Format.Reader reader, Path file) {
    long[] threads = THREADS.getAllThreadIds();
    long before = allocated(threads);
    long start = THREADS.getCurrentThreadCpuTime();
    Throwable thrown = null;
    try {
      reader.read(file);
    } catch (Throwable e) { // whatever it is, it is what was looked for
      thrown = e;
    }
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    return new Meter(seconds, allocated(threads) - before, thrown);
  }

  private static long allocated(long[] threads) {
    long sum = 0;
    for (long each : THREADS.getThreadAllocatedBytes(threads)) {
      sum += Math.max(0, each);
    }
    return sum;
  }
}
