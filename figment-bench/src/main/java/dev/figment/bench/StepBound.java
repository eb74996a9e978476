package dev.figment.bench;

import dev.figment.train.profile.Profile;
import dev.figment.train.profile.Roofline;

/**
 * What a training step does, what it took, and the least that the machine could take for it.
 *
 * @param operations of float32, in the matrix products and convolutions of all layers both ways
 * @param bytes that layers and updates move at least
 * @param seconds the median of steps that nothing looked at
 * @param boundSeconds the sum of the least times of all layers and updates
 */
record StepBound(double operations, double bytes, double seconds, double boundSeconds) {
  /** Counts one step of a training that has made its first, and times some after three more. */
  static StepBound of(RecipeSteps training, int steps, Roofline roofline) {
    Profile profile = training.profile();
    StepTimes times = new StepTimes(steps, 0);
    training.measure(times);
    return new StepBound(
        profile.step().work().operations(),
        profile.step().work().bytes(),
        times.median() / 1e3,
        profile.boundSeconds(roofline));
  }

  double operationsPerSecond() {
    return operations / seconds;
  }

  /** Of the rate of matrix products: what the operations would take at that rate, over the time. */
  double shareOfRate(Roofline roofline) {
    return operationsPerSecond() / roofline.operationsPerSecond();
  }

  double shareOfBound() {
    return boundSeconds / seconds;
  }
}
