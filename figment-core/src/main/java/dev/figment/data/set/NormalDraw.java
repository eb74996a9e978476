package dev.figment.data.set;

import dev.figment.tensor.RandomStream;

/** Normal numbers in arithmetic that is the same on every machine, for sets that are drawn. */
final class NormalDraw {
  private NormalDraw() {}

  /** Box and Muller's transform: a normal number of mean 0, of two uniform ones. */
  static double next(RandomStream random, double deviation) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return deviation * radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
