package dev.figment.cli;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar with the time left, drawn over and over on the last line of a terminal. */
final class TerminalBar implements AutoCloseable {
  private final PrintWriter err;
  private final ProgressBar bar;

  private TerminalBar(PrintWriter err, ProgressBarBuilder builder) {
    this.err = err;
    this.bar =
        builder
            .setUpdateIntervalMillis(250)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw))
            .build();
  }

  /**
   * @param done where it begins
   */
  static TerminalBar of(PrintWriter err, String name, long done, long most) {
    return new TerminalBar(err, builder(name, done, most));
  }

  /** With how many come in a second. */
  static TerminalBar withRate(PrintWriter err, String name, long done, long most) {
    return new TerminalBar(err, builder(name, done, most).showSpeed());
  }

  private static ProgressBarBuilder builder(String name, long done, long most) {
    return ProgressBar.builder()
        .setTaskName(name)
        .setInitialMax(most)
        .startsFrom(done, Duration.ZERO);
  }

  private void draw(String line) {
    err.print("\r" + line);
    err.flush();
  }

  void to(long done, long most) {
    bar.maxHint(most).stepTo(done);
  }

  /** What stands behind it, and its rate. */
  void message(String text) {
    bar.setExtraMessage("  " + text);
  }

  @Override
  public void close() {
    bar.close();
    err.println();
  }
}
