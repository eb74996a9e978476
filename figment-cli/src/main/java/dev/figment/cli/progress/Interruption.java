package dev.figment.cli.progress;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C, SIGTERM and a closed terminal while something long runs: the first asks it to stop, a
 * second ends the process at once, and so does a stop that takes longer than {@link #PATIENCE}.
 */
public final class Interruption implements AutoCloseable {
  /** What service managers wait for at the least before they kill. */
  private static final long PATIENCE = 10_000;

  private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
  private final Runnable stop;
  private final PrintWriter err;
  private final Thread watch = new Thread(this::endAfterPatience, "interruption");
  private volatile int number;

  private Interruption(Runnable stop, PrintWriter err) {
    this.stop = stop;
    this.err = err;
    watch.setDaemon(true);
  }

  /**
   * Listens until closed.
   *
   * @param stop asks the work to end soon; runs in a thread of its own
   * @param err is told what happens
   */
  static Interruption of(Runnable stop, PrintWriter err) {
    Interruption interruption = new Interruption(stop, err);
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
    if (number != 0) {
      Runtime.getRuntime().halt(exitCode(signal.getNumber()));
    }
    number = signal.getNumber();
    err.println("stopping after this step; a second signal ends at once");
    watch.start();
    stop.run();
  }

  private void endAfterPatience() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException e) {
      return; // closed: it did end in time
    }
    err.println("figment: the step at hand takes too long: ended without a new checkpoint");
    Runtime.getRuntime().halt(exitCode(number));
  }

  /** How the process ends: as a shell names a death by this signal; empty where none came. */
  OptionalInt exitCode() {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(exitCode(number));
  }

  private static int exitCode(int signal) {
    return 128 + signal;
  }

  @Override
  public void close() {
    watch.interrupt();
    before.forEach(Signal::handle);
  }
}
