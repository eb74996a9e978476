package dev.figment.bench.fuzz;

import java.util.Locale;

/**
 * Says how far a campaign is, and ends the process where a case does not come back: its file is
 * {@code case.…} of the folder. The rest can be run with {@code --from}.
 */
final class Watch implements AutoCloseable {
  private static final long SAYS_EVERY = 5_000_000_000L;
  private static final long PATIENCE = 120_000_000_000L;

  private final String name;
  private final long from;
  private final long end;
  private final long start = System.nanoTime();
  private final Thread thread = new Thread(this::watch, "watch");
  private volatile long number;
  private volatile long since = System.nanoTime();

  Watch(String name, long from, long end) {
    this.name = name;
    this.from = from;
    this.end = end;
    this.number = from;
    thread.setDaemon(true);
    thread.start();
  }

  /** A case is about to be read. */
  void at(long number) {
    this.number = number;
    since = System.nanoTime();
  }

  private void watch() {
    try {
      while (!Thread.interrupted()) {
        Thread.sleep(SAYS_EVERY / 1_000_000);
        say();
        if (System.nanoTime() - since > PATIENCE) {
          System.err.printf("%s: case %d does not come back%n", name, number);
          Runtime.getRuntime().halt(1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the campaign is over
    }
  }

  private void say() {
    long done = number - from;
    System.err.printf(
        Locale.ROOT,
        "%s: %,d of %,d, %,.0f a second%n",
        name,
        done,
        end - from,
        done / ((System.nanoTime() - start) / 1e9));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
