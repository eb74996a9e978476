package dev.figment.bench.peer;

import dev.figment.bench.Forked;
import java.io.IOException;
import java.time.Duration;

/**
 * Another program that keeps one core busy, on the cores that this one may use. It ends by itself
 * after a while, should nobody end it.
 */
public final class BusyNeighbor implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Process process;

  private BusyNeighbor(Process process) {
    this.process = process;
  }

  static BusyNeighbor start() throws IOException {
    return new BusyNeighbor(new ProcessBuilder(Forked.command(BusyNeighbor.class)).start());
  }

  /** Counts. */
  public static void main(String[] args) {
    long end = System.nanoTime() + LONGEST.toNanos();
    long counted = 0;
    while (System.nanoTime() < end) {
      counted++;
    }
    System.out.println(counted);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
