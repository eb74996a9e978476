package dev.figment.cli;

import dev.figment.latent.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * How far something that takes long has come: a line that is written over on a terminal, a line
 * every now and then elsewhere.
 */
final class Stage implements Progress, AutoCloseable {
  private static final long SECONDS_BETWEEN = 10;

  private final PrintWriter err;
  private final String name;
  private final int most;
  private final boolean terminal = Boolean.getBoolean(ConsoleProgress.TERMINAL);
  private long said = System.nanoTime();
  private boolean open;

  private Stage(PrintWriter err, String name, int most) {
    this.err = err;
    this.name = name;
    this.most = most;
  }

  /**
   * @param most iterations at most
   */
  static Stage on(PrintWriter err, String name, int most) {
    err.println(name);
    return new Stage(err, name, most);
  }

  @Override
  public void at(int iteration, double value) {
    boolean due = System.nanoTime() - said > SECONDS_BETWEEN * 1_000_000_000L;
    if (!terminal && !due) {
      return;
    }
    said = System.nanoTime();
    err.print(
        String.format(
            Locale.ROOT,
            "%s  %d of at most %d: %.4f%s",
            terminal ? "\r" : "",
            iteration,
            most,
            value,
            terminal ? "" : System.lineSeparator()));
    err.flush();
    open = terminal;
  }

  @Override
  public void close() {
    if (open) {
      err.println();
    }
  }
}
