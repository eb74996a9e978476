package dev.figment.train;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The {@code watch} section of a recipe: what is written down while it trains. Nothing here changes
 * the weights.
 *
 * @param tickSteps statistics are reported after each so-many-th step
 */
public record WatchRecipe(
    @JsonProperty(defaultValue = "20") int tickSteps,
    @JsonProperty(defaultValue = "null") Snapshots snapshots,
    @JsonProperty(defaultValue = "null") Validation validation,
    @JsonProperty(defaultValue = "null") Checkpoints checkpoints) {
  public WatchRecipe {
    require(tickSteps >= 1, "watch.tickSteps: expected at least 1, got %d", tickSteps);
    snapshots = snapshots == null ? Snapshots.EACH_EPOCH : snapshots;
    validation = validation == null ? Validation.EACH_EPOCH : validation;
    checkpoints = checkpoints == null ? Checkpoints.EACH_EPOCH : checkpoints;
  }

  /** Ticks, snapshots and checkpoints as they are where a recipe says nothing. */
  public static final WatchRecipe DEFAULT = new WatchRecipe(20, null, null, null);

  /**
   * Pictures of what the model makes; after each epoch where nothing says when.
   *
   * @param grid rows×columns, as in {@code 10x10}
   */
  public record Snapshots(
      @JsonProperty(defaultValue = "null") Integer everyEpochs,
      @JsonProperty(defaultValue = "null") Integer everySteps,
      @JsonProperty(defaultValue = "null") List<Long> atSteps,
      @JsonProperty(defaultValue = "10x10") Grid grid) {
    public Snapshots {
      if (everyEpochs == null && everySteps == null && atSteps == null) {
        everyEpochs = 1;
      }
      new Schedule(everyEpochs, everySteps, atSteps); // refuses bad intervals while it is read
    }

    static final Snapshots EACH_EPOCH = new Snapshots(1, null, null, new Grid(10, 10));

    public Schedule schedule() {
      return new Schedule(everyEpochs, everySteps, atSteps);
    }
  }

  /**
   * Measurements on the test split, of models that reconstruct or classify; after each epoch where
   * nothing says when.
   *
   * @param examples how many, the first of the split; null for all
   */
  public record Validation(
      @JsonProperty(defaultValue = "null") Integer everyEpochs,
      @JsonProperty(defaultValue = "null") Integer everySteps,
      @JsonProperty(defaultValue = "null") Integer examples) {
    static final Validation EACH_EPOCH = new Validation(1, null, null);

    public Validation {
      if (everyEpochs == null && everySteps == null) {
        everyEpochs = 1;
      }
      new Schedule(everyEpochs, everySteps, null); // refuses bad intervals while it is read
      require(
          examples == null || examples >= 1,
          "watch.validation.examples: expected at least 1, got %s",
          examples);
    }

    public Schedule schedule() {
      return new Schedule(everyEpochs, everySteps, null);
    }
  }

  /**
   * Where a run can be taken up again; after each epoch where nothing says when.
   *
   * @param keep how many of the newest stay, at least 2
   */
  public record Checkpoints(
      @JsonProperty(defaultValue = "null") Integer everyEpochs,
      @JsonProperty(defaultValue = "null") Integer everySteps,
      @JsonProperty(defaultValue = "3") int keep) {
    static final Checkpoints EACH_EPOCH = new Checkpoints(1, null, 3);

    public Checkpoints {
      if (everyEpochs == null && everySteps == null) {
        everyEpochs = 1;
      }
      new Schedule(everyEpochs, everySteps, null); // refuses bad intervals while it is read
      require(keep >= 2, "watch.checkpoints.keep: expected at least 2, got %d", keep);
    }

    public Schedule schedule() {
      return new Schedule(everyEpochs, everySteps, null);
    }
  }
}
