package dev.figment.model;

import static dev.figment.UsageException.require;

/**
 * Where a training is, for what changes in its course.
 *
 * @param step steps made so far, at least 0
 * @param epoch passes over the data made so far, with a fraction; at least 0
 * @param images real ones shown so far, at least 0
 */
public record TrainingPosition(long step, double epoch, long images) {
  /** Before the first step. */
  public static final TrainingPosition START = new TrainingPosition(0, 0, 0);

  /**
   * @throws dev.figment.UsageException if a number is below 0 or not finite
   */
  public TrainingPosition {
    require(
        step >= 0 && epoch >= 0 && epoch < Double.POSITIVE_INFINITY && images >= 0,
        "training position: expected steps, epochs and images from 0, got %d, %s and %d",
        step,
        epoch,
        images);
  }

  /** Real images shown since another position. */
  public int imagesSince(TrainingPosition before) {
    return (int) (images - before.images);
  }

  /** Thousands of real images shown so far. */
  public double kimg() {
    return images / 1000.0;
  }
}
