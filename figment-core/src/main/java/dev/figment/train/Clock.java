package dev.figment.train;

import dev.figment.model.TrainingPosition;

/** Where a training is: steps, epochs, real images shown, and when it ends. */
public final class Clock {
  private final TrainRecipe length;
  private final EpochLength epoch;
  private long step;
  private long images;
  private long imagesBefore;
  private int rollBacks;

  /**
   * @param examples in the set; an epoch is as many steps as updates on full batches fit into it
   */
  public Clock(TrainRecipe length, int examples) {
    this.length = length;
    this.epoch = EpochLength.of(length.effectiveBatch(), examples);
  }

  /** How long the training is to be. */
  public TrainRecipe length() {
    return length;
  }

  /** A step was made that showed so many real images. */
  public void advance(long imagesShown) {
    step++;
    imagesBefore = images;
    images += imagesShown;
  }

  /** Goes on from a checkpoint. */
  public void resumeAt(long step, long images) {
    this.step = step;
    this.images = images;
    this.imagesBefore = images;
  }

  /** How often the training went back to a checkpoint because it had diverged. */
  public int rollBacks() {
    return rollBacks;
  }

  void rolledBack(int times) {
    this.rollBacks = times;
  }

  /** Whether the first of the given lengths is reached. */
  public boolean isFinished() {
    return length.epochs() != null && step >= epoch.stepsFor(length.epochs())
        || length.steps() != null && step >= length.steps()
        || length.kimg() != null && kimg() >= length.kimg();
  }

  /** Where the training is, for the model. */
  public TrainingPosition position() {
    return new TrainingPosition(step, epoch(), images);
  }

  /** Steps made. */
  public long step() {
    return step;
  }

  /** Real images shown. */
  public long images() {
    return images;
  }

  /** Thousands of real images shown. */
  public double kimg() {
    return images / 1000.0;
  }

  /** Whether a multiple of so many kimg was reached with the step that was made last. */
  public boolean reachesMultipleOf(double kimg) {
    return Math.floor(images / 1000.0 / kimg) > Math.floor(imagesBefore / 1000.0 / kimg);
  }

  /** Epochs done, with a fraction. */
  public double epoch() {
    return epoch.epochs(step);
  }

  /** How long an epoch is. */
  public EpochLength epochLength() {
    return epoch;
  }

  /** How many steps the whole training has; an estimate where its length is in kimg. */
  public long totalSteps() {
    long total = Long.MAX_VALUE;
    if (length.epochs() != null) {
      total = Math.min(total, epoch.stepsFor(length.epochs()));
    }
    if (length.steps() != null) {
      total = Math.min(total, length.steps());
    }
    if (length.kimg() != null) {
      double imagesPerStep = step > 0 ? (double) images / step : length.effectiveBatch();
      total = Math.min(total, (long) Math.ceil(length.kimg() * 1000 / imagesPerStep));
    }
    return total;
  }
}
