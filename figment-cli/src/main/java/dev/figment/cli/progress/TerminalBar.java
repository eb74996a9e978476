package dev.figment.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * A bar with the time left, drawn over and over on the last line of a terminal. Its width is given:
 * left to itself, the library opens the terminal to ask for it, and that replaces the handlers of
 * Ctrl-C and other signals.
 */
public final class TerminalBar implements AutoCloseable {
  /** The columns of the terminal that standard error is; set by the launcher, which can ask. */
  private static final String COLUMNS = "figment.terminal";

  private static final int LEAST_COLUMNS = 20;
  private final PrintWriter err;
  private final BarLine line;
  private final ProgressBar bar;

  private TerminalBar(PrintWriter err, BarLine line, ProgressBarBuilder builder) {
    this.err = err;
    this.line = line;
    this.bar =
        builder
            .setRenderer(line)
            .setUpdateIntervalMillis(250)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, columns()))
            .build();
  }

  /** Whether standard error is a terminal. */
  static boolean isPossible() {
    return columns() > 0;
  }

  /** Of the terminal; 0 where there is none. */
  private static int columns() {
    Integer columns = Integer.getInteger(COLUMNS);
    return columns == null ? 0 : Math.max(LEAST_COLUMNS, columns);
  }

  /**
   * Without a name, for what has much to say behind it.
   *
   * @param done where it begins
   */
  static TerminalBar of(PrintWriter err, long done, long total) {
    return new TerminalBar(err, new BarLine(false), builder("", done, total));
  }

  /** With how many come in a second. */
  static TerminalBar withRate(PrintWriter err, String name, long done, long total) {
    return new TerminalBar(err, new BarLine(true), builder(name, done, total));
  }

  private static ProgressBarBuilder builder(String name, long done, long total) {
    return ProgressBar.builder()
        .setTaskName(name)
        .setInitialMax(total)
        .startsFrom(done, Duration.ZERO);
  }

  /** A line of its own in the place of a bar, which is then drawn anew below. */
  static void println(PrintWriter err, String line) {
    err.println("\r" + line + " ".repeat(Math.max(0, columns() - 1 - line.length())));
  }

  private void draw(String line) {
    err.print("\r" + line);
    err.flush();
  }

  void update(long done, long total) {
    bar.maxHint(total).stepTo(done);
  }

  /** What stands behind it, the most telling first. */
  void message(List<String> parts) {
    line.message(parts);
  }

  @Override
  public void close() {
    bar.close();
    err.println();
  }
}
