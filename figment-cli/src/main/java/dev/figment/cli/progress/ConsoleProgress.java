package dev.figment.cli.progress;

import dev.figment.metric.SignificantDigits;
import dev.figment.metric.Validation;
import dev.figment.model.DiscriminatorAccuracy;
import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows how far a training is: a bar on a terminal, a line for each tick elsewhere. */
public abstract class ConsoleProgress implements Listener, AutoCloseable {
  static ConsoleProgress on(PrintWriter err) {
    return TerminalBar.isPossible() ? new Bar(err) : new Lines(err);
  }

  /** A line of its own, whatever else is on the screen. */
  abstract void say(String line);

  private final EpochTime time = new EpochTime();

  @Override
  public void onStart(Clock clock) {
    time.restart(clock);
  }

  /** The means, and how long an epoch takes: since the last validation, this one included. */
  @Override
  public void onValidation(Clock clock, Validation result) {
    String perEpoch = time.perEpoch(clock);
    say(
        String.format(
            Locale.ROOT,
            "test split at epoch %.2f  %s%s",
            clock.epoch(),
            means(result),
            perEpoch.isEmpty() ? "" : "  " + perEpoch));
    time.restart(clock);
  }

  /** {@code accuracy at step 10 real 98 % generated 100 %}. */
  static String words(long step, DiscriminatorAccuracy accuracy) {
    return String.format(
        Locale.ROOT,
        "accuracy at step %d  real %.0f %%  generated %.0f %%",
        step,
        100 * accuracy.real(),
        100 * accuracy.fake());
  }

  /** {@code elbo -244.8 mse 0.01492}; single seeds are in the file. */
  static String means(Validation result) {
    return result.means().entrySet().stream()
        .filter(each -> !each.getKey().startsWith("seed"))
        .map(each -> "%s %s".formatted(each.getKey(), SignificantDigits.of(each.getValue())))
        .collect(Collectors.joining("  "));
  }

  @Override
  public void close() {}

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

    @SuppressWarnings("NullAway.Init") // with the start
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
      super.onStart(clock);
      this.clock = clock;
      firstStep = clock.step();
      startNanos = System.nanoTime();
    }

    @Override
    public void onAccuracy(Clock clock, DiscriminatorAccuracy accuracy) {
      err.println(words(clock.step(), accuracy));
    }

    @Override
    public void onTick(Tick tick) {
      long left = Math.max(0, clock.totalSteps() - tick.step());
      Duration time = timePerStep(tick).multipliedBy(left);
      err.printf(
          Locale.ROOT, "%s  left %,d step%s, %s%n", tick, left, left == 1 ? "" : "s", words(time));
    }

    private Duration timePerStep(Tick tick) {
      long nanos = System.nanoTime() - startNanos;
      return Duration.ofNanos(nanos / Math.max(1, tick.step() - firstStep));
    }
  }

  private static final class Bar extends ConsoleProgress {
    private final PrintWriter err;
    private @Nullable TerminalBar bar;
    private @Nullable Tick tick;
    private @Nullable DiscriminatorAccuracy accuracy;

    Bar(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void onStart(Clock clock) {
      super.onStart(clock);
      close(); // a training that went back starts again
      bar = TerminalBar.of(err, clock.step(), clock.totalSteps());
    }

    @Override
    void say(String line) {
      TerminalBar.println(err, line);
    }

    @Override
    public void onStep(Clock clock) {
      if (bar != null) {
        bar.update(clock.step(), clock.totalSteps());
      }
    }

    @Override
    public void onTick(Tick tick) {
      this.tick = tick;
      tell();
    }

    @Override
    public void onAccuracy(Clock clock, DiscriminatorAccuracy accuracy) {
      this.accuracy = accuracy;
      tell();
    }

    private void tell() {
      if (bar != null && tick != null) {
        bar.message(new BarMessage(tick, accuracy).parts());
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
