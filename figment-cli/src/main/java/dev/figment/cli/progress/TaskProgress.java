package dev.figment.cli.progress;

import dev.figment.Progress;
import dev.figment.metric.SignificantDigits;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a command is that takes long, task after task: what it finds, the rate and the time
 * left. A bar on a terminal, a line every ten seconds elsewhere.
 */
public abstract class TaskProgress implements Progress, AutoCloseable {
  private @Nullable Task task;

  public static TaskProgress on(PrintWriter err) {
    return TerminalBar.isPossible() ? new Bars(err) : new Lines(err, System::nanoTime);
  }

  @Override
  public void at(Task task, int done, double value) {
    if (!task.equals(this.task)) {
      this.task = task;
      begin(task, done);
    }
    goOn(
        task, done, task.value().isEmpty() ? "" : task.value() + " " + SignificantDigits.of(value));
  }

  /** The first that is heard of a task: the time is taken from here on. */
  abstract void begin(Task task, int done);

  abstract void goOn(Task task, int done, String value);

  @Override
  public void close() {}

  public static final class Lines extends TaskProgress {
    private static final long NANOS_BETWEEN = 10_000_000_000L;

    private final PrintWriter err;
    private final LongSupplier nanos;
    private int before; // what was done when the time was first taken
    private long started;
    private long said;

    /**
     * @param nanos the time, as {@link System#nanoTime} has it
     */
    Lines(PrintWriter err, LongSupplier nanos) {
      this.err = err;
      this.nanos = nanos;
    }

    @Override
    void begin(Task task, int done) {
      before = done;
      started = said = nanos.getAsLong();
    }

    @Override
    void goOn(Task task, int done, String value) {
      long now = nanos.getAsLong();
      if (done > before && now - said >= NANOS_BETWEEN) {
        said = now;
        say(task, done, value, (double) (now - started) / (done - before));
      }
    }

    private void say(Task task, int done, String value, double nanosPerPart) {
      Duration left = Duration.ofNanos((long) (nanosPerPart * (task.most() - done)));
      err.println(
          String.format(
              Locale.ROOT,
              "%s  %,d/%,d %s  %s/s  left %s  %s",
              task.name(),
              done,
              task.most(),
              task.parts(),
              SignificantDigits.of(1e9 / nanosPerPart),
              ConsoleProgress.words(left),
              value));
    }
  }

  private static final class Bars extends TaskProgress {
    private final PrintWriter err;
    private @Nullable TerminalBar bar;

    Bars(PrintWriter err) {
      this.err = err;
    }

    @Override
    void begin(Task task, int done) {
      close();
      bar = TerminalBar.withRate(err, task.name(), done, task.most());
    }

    @Override
    void goOn(Task task, int done, String value) {
      if (bar != null) {
        bar.update(done, task.most());
        bar.message(value.isEmpty() ? List.of() : List.of(value));
      }
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }
  }
}
