package dev.figment.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C, SIGTERM and a closed terminal while something long runs: the first asks it to stop and
 * waits for as long as its step takes, a second ends the process at once. Who sends two within
 * {@link #IMPATIENCE} means one: {@code timeout} does, and a terminal that is closed.
 */
public final class Interruption implements AutoCloseable {
  private static final Duration IMPATIENCE = Duration.ofSeconds(1);

  /** After so long, it is said what is waited for. */
  private static final Duration LONG_STEP = Duration.ofSeconds(10);

  /** For what is said at the end, where nobody may read it. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
  private final Runnable stop;
  private final BooleanSupplier hasBegun;
  private final PrintWriter err;
  private final Duration longStep;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int number;
  private long arrived;

  private Interruption(
      Runnable stop, BooleanSupplier hasBegun, PrintWriter err, Duration longStep) {
    this.stop = stop;
    this.hasBegun = hasBegun;
    this.err = err;
    this.longStep = longStep;
  }

  /**
   * Listens until closed.
   *
   * @param stop asks the work to end soon; runs in a thread of its own
   * @param hasBegun whether there is something to lose; before, a signal ends the process at once
   * @param err is told what happens
   */
  static Interruption of(Runnable stop, BooleanSupplier hasBegun, PrintWriter err) {
    return of(stop, hasBegun, err, LONG_STEP);
  }

  static Interruption of(
      Runnable stop, BooleanSupplier hasBegun, PrintWriter err, Duration longStep) {
    Interruption interruption = new Interruption(stop, hasBegun, err, longStep);
    for (String name : new String[] {"INT", "TERM", "HUP"}) {
      interruption.listen(name);
    }
    return interruption;
  }

  private void listen(String name) {
    try {
      Signal signal = new Signal(name);
      before.put(signal, Signal.handle(signal, this::arrive));
    } catch (IllegalArgumentException e) {
      return; // this system has no such signal, or java -Xrs keeps it: it ends the process as ever
    }
  }

  private synchronized void arrive(Signal signal) {
    long now = System.nanoTime();
    if (number == 0) {
      number = signal.getNumber();
      arrived = now;
      begin();
    } else if (now - arrived > IMPATIENCE.toNanos()) {
      halt();
    }
  }

  private void begin() {
    if (!hasBegun.getAsBoolean()) {
      halt();
    }
    stop.run();
    Thread watch = new Thread(this::watch, "interruption");
    watch.setDaemon(true);
    watch.start();
    err.println("stopping after this step; a second signal ends at once");
  }

  private void watch() {
    try {
      if (!ended.await(longStep.toMillis(), TimeUnit.MILLISECONDS)) {
        err.println("this step takes long: waiting for its end, to lose nothing of it");
        ended.await();
      }
      Thread.sleep(LAST_WORDS.toMillis());
      halt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void halt() {
    Runtime.getRuntime().halt(exitCode(number));
  }

  /** How the process ends: as a shell names a death by this signal; empty where none came. */
  OptionalInt exitCode() {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(exitCode(number));
  }

  private static int exitCode(int signal) {
    return 128 + signal;
  }

  /** From here on a signal ends the process, and where one came, the process ends soon. */
  @Override
  public void close() {
    ended.countDown();
    before.forEach(Signal::handle);
  }
}
