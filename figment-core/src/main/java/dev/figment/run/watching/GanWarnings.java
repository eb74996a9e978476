package dev.figment.run.watching;

import dev.figment.train.Clock;
import dev.figment.train.Listener;
import dev.figment.train.Tick;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Says in plain words, once each, what a GAN's statistics show to go wrong, and what helps. It only
 * says so: the training goes on. Where a model has no such statistics, it is silent.
 *
 * <ul>
 *   <li>Saturated: the discriminator is right on {@value #SURE} of real and of generated examples
 *       for {@value #TICKS} ticks in a row.
 *   <li>Collapsed: generated examples lie within {@value #NEAR} of the distance at which real ones
 *       lie apart, for {@value #TICKS} ticks in a row after they did not; or from the start for
 *       {@value #PATIENCE}, because every generator begins like that.
 * </ul>
 *
 * <p>A tick of fewer than {@value #STEPS} steps counts as its part of so many.
 */
final class GanWarnings implements Listener {
  static final double SURE = 0.98;
  static final double NEAR = 0.1;
  static final int TICKS = 10;
  static final int PATIENCE = 50;
  static final int STEPS = 5;

  private final Consumer<String> log;
  private final Streak saturated = new Streak();
  private final Streak collapsed = new Streak();
  private boolean wasSpread;
  private boolean warnedOfSaturation;
  private boolean warnedOfCollapse;

  /**
   * @param log is given each warning
   */
  GanWarnings(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public void onStart(Clock clock) {
    saturated.see(false, clock.step());
    collapsed.see(false, clock.step());
  }

  @Override
  public void onTick(Tick tick) {
    watchDiscriminator(tick);
    watchGenerator(tick);
  }

  private void watchDiscriminator(Tick tick) {
    double accuracy = Math.min(of(tick, "accuracy/real"), of(tick, "accuracy/fake"));
    saturated.see(accuracy >= SURE, tick.step());
    if (saturated.lasted(TICKS) && !warnedOfSaturation) {
      warnedOfSaturation = true;
      log.accept(
          "step "
              + tick.step()
              + ": the discriminator tells nearly all real and generated examples apart, and the"
              + " generator learns little from one so sure. Lower its learning rate, or, of what"
              + " the recipe's kind has: give it dropout, tell it 0.9 of real examples"
              + " where targets.real is 1, add instanceNoise, add r1 or raise its gamma.");
    }
  }

  private void watchGenerator(Tick tick) {
    double fake = of(tick, "spread/fake");
    double real = of(tick, "spread/real");
    boolean isCollapsed = fake < NEAR * real;
    wasSpread |= fake >= NEAR * real;
    collapsed.see(isCollapsed, tick.step());
    if (collapsed.lasted(wasSpread ? TICKS : PATIENCE) && !warnedOfCollapse) {
      warnedOfCollapse = true;
      log.accept(
          String.format(
              Locale.ROOT,
              "step %d: generated examples are nearly all alike (they lie %.3g apart, real ones"
                  + " %.3g). Lower the learning rates, or, of what the recipe's kind has: add"
                  + " minibatchStandardDeviation to the discriminator, or try another loss, such as"
                  + " wasserstein with a gradientPenalty.",
              tick.step(),
              fake,
              real));
    }
  }

  /** Not a number where it is not among the statistics, which is neither high nor low. */
  private static double of(Tick tick, String name) {
    return tick.statistics().getOrDefault(name, Double.NaN);
  }

  /** Ticks in a row at which something was so. */
  private static final class Streak {
    private int ticks;
    private long first;
    private long last;

    void see(boolean isSo, long step) {
      ticks = isSo ? ticks + 1 : 0;
      first = ticks <= 1 ? step : first;
      last = step;
    }

    boolean lasted(int least) {
      return ticks >= least && last - first >= (least - 1L) * STEPS;
    }
  }
}
