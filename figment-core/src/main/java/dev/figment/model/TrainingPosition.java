package dev.figment.model;

/**
 * Where a training is, for what changes in its course.
 *
 * @param step steps made so far
 * @param epoch passes over the data made so far, with a fraction
 * @param images real ones shown so far
 */
public record TrainingPosition(long step, double epoch, long images) {
  /** Before the first step. */
  public static final TrainingPosition START = new TrainingPosition(0, 0, 0);

  /** Real images shown since another position. */
  public int imagesSince(TrainingPosition before) {
    return (int) (images - before.images);
  }

  /** Thousands of real images shown so far. */
  public double kimg() {
    return images / 1000.0;
  }
}
