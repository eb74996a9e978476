package dev.figment.bench;

import dev.figment.train.Clock;
import dev.figment.train.Listener;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the steps of a training take: first some to warm up, for the seconds that are asked for
 * and two steps at least, then for as many seconds those that count.
 */
public final class StepTimes implements Listener {
  private static final int WARM_UP = 2;

  private final int steps;
  private final double seconds;
  private final List<Double> milliseconds = new ArrayList<>();
  private Runnable end = () -> {};
  private double first;
  private long begun;
  private long last;
  private boolean counts;
  private long imagesBefore;
  private long images;

  /**
   * @param steps that count, at least
   * @param seconds that count, at least; 0 for no more steps than those
   */
  public StepTimes(int steps, double seconds) {
    this.steps = steps;
    this.seconds = seconds;
  }

  /** What ends the training, when enough was measured. */
  void thenDo(Runnable end) {
    this.end = end;
  }

  @Override
  public void onStep(Clock clock) {
    long now = System.nanoTime();
    if (begun == 0) {
      first = ProcessAge.seconds();
      begun = System.nanoTime();
      last = begun;
      imagesBefore = clock.images();
      return;
    }
    milliseconds.add((now - last) / 1e6);
    images = clock.images() - imagesBefore;
    if (milliseconds.size() >= (counts ? steps : WARM_UP) && now - begun > seconds * 1e9) {
      turn(clock);
    }
    last = System.nanoTime();
  }

  private void turn(Clock clock) {
    if (counts) {
      end.run();
      return;
    }
    counts = true;
    milliseconds.clear();
    begun = System.nanoTime();
    imagesBefore = clock.images();
  }

  /** The median of the steps that count. */
  public double median() {
    return MedianAndRange.of(milliseconds()).median();
  }

  /** Of each step that counts. */
  double[] milliseconds() {
    return milliseconds.stream().mapToDouble(each -> each).toArray();
  }

  /** Real images in one step. */
  public double imagesPerStep() {
    return (double) images / milliseconds.size();
  }

  /** Seconds from the start of the process to the end of its first step. */
  public double first() {
    return first;
  }
}
