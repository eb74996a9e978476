package dev.figment.cli;

import dev.figment.metric.Validation;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows how far a training is: a bar on a terminal, a line for each tick elsewhere. */
abstract class ConsoleProgress implements Listener, AutoCloseable {
  static ConsoleProgress on(PrintWriter err, String name) {
    return TerminalBar.isPossible() ? new Bar(err, name) : new Lines(err);
  }

  /** A line of its own, whatever else is on the screen. */
  abstract void say(String line);

  @Override
  public void onValidation(Clock clock, Validation result) {
    say(String.format(Locale.ROOT, "test split at epoch %.2f  %s", clock.epoch(), means(result)));
  }

  /** {@code elbo -244.8 mse 0.015}; single seeds are in the file. */
  static String means(Validation result) {
    return result.means().entrySet().stream()
        .filter(each -> !each.getKey().startsWith("seed"))
        .map(each -> "%s %s".formatted(each.getKey(), brief(each.getValue())))
        .collect(Collectors.joining("  "));
  }

  @Override
  public void close() {}

  /** {@code loss/discriminator 0.65 loss/generator 0.72}. */
  static String losses(Tick tick) {
    return tick.statistics().entrySet().stream()
        .filter(each -> each.getKey().startsWith("loss/"))
        .map(each -> "%s %s".formatted(each.getKey(), brief(each.getValue())))
        .collect(Collectors.joining("  "));
  }

  /** Three digits that matter. */
  static String brief(double value) {
    double size = Math.abs(value);
    String form = size >= 1e6 || size < 1e-3 && size > 0 ? "%.2e" : size < 10 ? "%.3f" : "%.1f";
    return String.format(Locale.ROOT, form, value);
  }

  /** {@code 43 min}. */
  static String words(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? (seconds + 30) / 60 + " min"
        : "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60);
  }

  private static final class Lines extends ConsoleProgress {
    private final PrintWriter err;
    private Clock clock;
    private long firstStep;
    private long startNanos;

    Lines(PrintWriter err) {
      this.err = err;
    }

    @Override
    void say(String line) {
      err.println(line);
    }

    @Override
    public void onStart(Clock clock) {
      this.clock = clock;
      firstStep = clock.step();
      startNanos = System.nanoTime();
    }

    @Override
    public void onTick(Tick tick) {
      err.println(
          String.format(
              Locale.ROOT,
              "step %d/%d  epoch %.2f  %.1f kimg  %.0f images/s  left %s  %s",
              tick.step(),
              clock.totalSteps(),
              tick.epoch(),
              tick.kimg(),
              tick.imagesPerSecond(),
              words(left(tick)),
              losses(tick)));
    }

    private Duration left(Tick tick) {
      long nanosPerStep = (System.nanoTime() - startNanos) / Math.max(1, tick.step() - firstStep);
      return Duration.ofNanos(nanosPerStep * Math.max(0, clock.totalSteps() - tick.step()));
    }
  }

  private static final class Bar extends ConsoleProgress {
    private final PrintWriter err;
    private final String name;
    private TerminalBar bar;

    Bar(PrintWriter err, String name) {
      this.err = err;
      this.name = name;
    }

    @Override
    public void onStart(Clock clock) {
      bar = TerminalBar.of(err, name, clock.step(), clock.totalSteps());
    }

    @Override
    void say(String line) {
      err.println("\r\033[K" + line); // over the bar, which is drawn anew below
    }

    @Override
    public void onStep(Clock clock) {
      bar.to(clock.step(), clock.totalSteps());
    }

    @Override
    public void onTick(Tick tick) {
      bar.message(
          String.format(Locale.ROOT, "%.0f images/s  %s", tick.imagesPerSecond(), losses(tick)));
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
