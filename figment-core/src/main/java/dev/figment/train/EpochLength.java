package dev.figment.train;

/**
 * How steps and epochs count for each other: an epoch is as many steps as full batches fit into the
 * set. Of a set that is smaller than a batch, one step shows all of it, and more: each is then
 * several epochs.
 *
 * @param steps that last as long as so many epochs
 * @param epochs 1, or where the set is smaller than a batch the examples of a batch
 */
public record EpochLength(long steps, long epochs) {
  /** Of batches of a set, at least one example each. */
  static EpochLength of(int batch, int examples) {
    return examples >= batch
        ? new EpochLength(examples / batch, 1)
        : new EpochLength(Math.max(1, examples), batch);
  }

  /** Epochs that so many steps are, with a fraction. */
  public double epochs(long step) {
    return (double) (step * epochs) / steps;
  }

  /** The first step after which so many epochs are done. */
  long stepsFor(long wanted) {
    return (wanted * steps + epochs - 1) / epochs;
  }

  /** Whether with this step a multiple of so many epochs is reached or passed. */
  boolean reachesMultipleOf(int every, long step) {
    long length = every * steps;
    return step * epochs / length > (step - 1) * epochs / length;
  }
}
