package dev.figment.train;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import org.jspecify.annotations.Nullable;

/**
 * The {@code train} section of a recipe. Of the given lengths, whichever is reached first ends the
 * training.
 *
 * @param batch examples that a phase sees at once, at least 1
 * @param epochs passes over the data: as many steps each as full batches fit into the set
 * @param steps passes through the phases
 * @param kimg thousands of real images shown
 * @param precision what its steps multiply in; float32 unless said
 * @param init a run, or a file of weights, whose weights the first step begins with, as far as they
 *     fit by name and shape; null for random ones
 * @param accumulate how many batches make an update, at least 1: the mean of their gradients, as of
 *     one batch so many times as large; see {@link MicroBatches}
 * @param failures what is done where training fails
 */
public record TrainRecipe(
    int batch,
    @JsonProperty(defaultValue = "null") @Nullable Integer epochs,
    @JsonProperty(defaultValue = "null") @Nullable Long steps,
    @JsonProperty(defaultValue = "null") @Nullable Double kimg,
    @JsonProperty(defaultValue = "float32") Precision precision,
    @JsonProperty(defaultValue = "null") @Nullable String init,
    @JsonProperty(defaultValue = "1") int accumulate,
    @JsonProperty(defaultValue = "null") Failures failures) {
  public TrainRecipe {
    require(batch >= 1, "train.batch: expected at least 1, got %d", batch);
    require(epochs == null || epochs >= 1, "train.epochs: expected at least 1, got %s", epochs);
    require(steps == null || steps >= 1, "train.steps: expected at least 1, got %s", steps);
    require(
        kimg == null || kimg > 0 && Double.isFinite(kimg),
        "train.kimg: expected above 0, got %s",
        kimg);
    require(
        epochs != null || steps != null || kimg != null,
        "train: expected epochs, steps or kimg, got none of them");
    require(accumulate >= 1, "train.accumulate: expected at least 1, got %d", accumulate);
    require(
        (long) batch * accumulate <= Integer.MAX_VALUE,
        "train.accumulate: expected batch × accumulate to be at most %d, got %d × %d",
        Integer.MAX_VALUE,
        batch,
        accumulate);
    failures = failures == null ? Failures.DEFAULT : failures;
  }

  /** In float32. */
  public TrainRecipe(
      int batch, @Nullable Integer epochs, @Nullable Long steps, @Nullable Double kimg) {
    this(batch, epochs, steps, kimg, Precision.FLOAT32, null, 1, Failures.DEFAULT);
  }

  /**
   * What is done where training fails.
   *
   * @param nonFinite where a loss or a weight is not finite
   */
  public record Failures(@JsonProperty(defaultValue = "stop") NonFinite nonFinite) {
    /** Training stops. */
    public static final Failures DEFAULT = Defaults.record(Failures.class);
  }

  /** Batches of so many examples, for as long as is said next. */
  public static Batch ofBatch(int examples) {
    return new Batch(examples);
  }

  /** The beginning of a {@code train} section, which has no length yet. */
  public record Batch(int examples) {
    public TrainRecipe withEpochs(int epochs) {
      return new TrainRecipe(examples, epochs, null, null);
    }

    public TrainRecipe withSteps(long steps) {
      return new TrainRecipe(examples, null, steps, null);
    }

    public TrainRecipe withKimg(double kimg) {
      return new TrainRecipe(examples, null, null, kimg);
    }
  }

  public TrainRecipe withBatch(int batch) {
    return Defaults.with(this, "batch", batch);
  }

  /**
   * @param epochs null for no such end
   */
  public TrainRecipe withEpochs(@Nullable Integer epochs) {
    return Defaults.with(this, "epochs", epochs);
  }

  /**
   * @param steps null for no such end
   */
  public TrainRecipe withSteps(@Nullable Long steps) {
    return Defaults.with(this, "steps", steps);
  }

  /**
   * @param kimg null for no such end
   */
  public TrainRecipe withKimg(@Nullable Double kimg) {
    return Defaults.with(this, "kimg", kimg);
  }

  public TrainRecipe withPrecision(Precision precision) {
    return Defaults.with(this, "precision", precision);
  }

  /**
   * @param init null for random weights
   */
  public TrainRecipe withInit(@Nullable String init) {
    return Defaults.with(this, "init", init);
  }

  public TrainRecipe withAccumulate(int batches) {
    return Defaults.with(this, "accumulate", batches);
  }

  public TrainRecipe withFailures(Failures failures) {
    return Defaults.with(this, "failures", failures);
  }

  /** Examples in an update: those of all the batches that make it. */
  public int effectiveBatch() {
    return batch * accumulate;
  }

  /** In words: {@code 128}, or {@code 4×32} where batches are accumulated. */
  public String batchWords() {
    return accumulate == 1 ? String.valueOf(batch) : accumulate + "×" + batch;
  }
}
