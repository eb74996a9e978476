package dev.figment.cli;

import dev.figment.metric.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;

/**
 * Shows how far a measurement is, the mean so far, the rate and the time left: a bar on a terminal,
 * a line every ten seconds elsewhere. A metric that follows another begins anew.
 */
abstract class Measuring implements Progress, AutoCloseable {
  static Measuring on(PrintWriter err) {
    return Boolean.getBoolean(ConsoleProgress.TERMINAL)
        ? new Bar(err)
        : new Lines(err, System::nanoTime);
  }

  @Override
  public void close() {}

  static String mean(double mean) {
    return "mean " + Significant.digits(mean);
  }

  static final class Lines extends Measuring {
    private static final long NANOS_BETWEEN = 10_000_000_000L;

    private final PrintWriter err;
    private final LongSupplier nanos;
    private String metric = "";
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
    public void at(String metric, int done, int examples, double mean) {
      long now = nanos.getAsLong();
      if (!metric.equals(this.metric)) {
        this.metric = metric;
        before = done;
        started = said = now;
      } else if (now - said >= NANOS_BETWEEN) {
        said = now;
        say(done, examples, mean, (double) (now - started) / (done - before));
      }
    }

    private void say(int done, int examples, double mean, double nanosPerExample) {
      Duration left = Duration.ofNanos((long) (nanosPerExample * (examples - done)));
      err.println(
          String.format(
              Locale.ROOT,
              "%s  %,d/%,d examples  %s/s  left %s  %s",
              metric,
              done,
              examples,
              ConsoleProgress.brief(1e9 / nanosPerExample),
              ConsoleProgress.words(left),
              mean(mean)));
    }
  }

  private static final class Bar extends Measuring {
    private final PrintWriter err;
    private String metric = "";
    private ProgressBar bar;

    Bar(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void at(String metric, int done, int examples, double mean) {
      if (!metric.equals(this.metric)) {
        close();
        this.metric = metric;
        bar = bar(metric, examples);
      }
      bar.stepTo(done).setExtraMessage(mean(mean));
    }

    private ProgressBar bar(String metric, int examples) {
      return ProgressBar.builder()
          .setTaskName(metric)
          .setInitialMax(examples)
          .showSpeed()
          .setUpdateIntervalMillis(250)
          .setConsumer(new DelegatingProgressBarConsumer(this::draw))
          .build();
    }

    private void draw(String line) {
      err.print("\r" + line);
      err.flush();
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
        bar = null;
        err.println();
      }
    }
  }
}
