package dev.figment.train;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.metric.MetricName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code watch} section of a recipe: what is written down while it trains. Nothing here changes
 * the weights.
 *
 * @param tickSteps statistics are reported after each so-many-th step
 * @param metrics of samples that are measured meanwhile; null for none
 */
public record WatchRecipe(
    @JsonProperty(defaultValue = "20") int tickSteps,
    @JsonProperty(defaultValue = "null") Snapshots snapshots,
    @JsonProperty(defaultValue = "null") Validation validation,
    @JsonProperty(defaultValue = "null") Checkpoints checkpoints,
    @JsonProperty(defaultValue = "null") @Nullable Metrics metrics,
    @JsonProperty(defaultValue = "null") TensorBoard tensorBoard) {
  public WatchRecipe {
    require(tickSteps >= 1, "watch.tickSteps: expected at least 1, got %d", tickSteps);
    snapshots = snapshots == null ? Snapshots.DEFAULT : snapshots;
    validation = validation == null ? Validation.DEFAULT : validation;
    checkpoints = checkpoints == null ? Checkpoints.DEFAULT : checkpoints;
    tensorBoard = tensorBoard == null ? TensorBoard.DEFAULT : tensorBoard;
  }

  /** Ticks, snapshots and checkpoints as they are where a recipe says nothing. */
  public static final WatchRecipe DEFAULT = Defaults.record(WatchRecipe.class);

  public WatchRecipe withTickSteps(int tickSteps) {
    return Defaults.with(this, "tickSteps", tickSteps);
  }

  public WatchRecipe withSnapshots(Snapshots snapshots) {
    return Defaults.with(this, "snapshots", snapshots);
  }

  public WatchRecipe withValidation(Validation validation) {
    return Defaults.with(this, "validation", validation);
  }

  public WatchRecipe withCheckpoints(Checkpoints checkpoints) {
    return Defaults.with(this, "checkpoints", checkpoints);
  }

  public WatchRecipe withMetrics(@Nullable Metrics metrics) {
    return Defaults.with(this, "metrics", metrics);
  }

  public WatchRecipe withTensorBoard(TensorBoard tensorBoard) {
    return Defaults.with(this, "tensorBoard", tensorBoard);
  }

  /**
   * Pictures of what the model makes; after each epoch where nothing says when.
   *
   * @param grid rows×columns, as in {@code 10x10}
   */
  public record Snapshots(
      @JsonProperty(defaultValue = "null") @Nullable Integer everyEpochs,
      @JsonProperty(defaultValue = "null") @Nullable Integer everySteps,
      @JsonProperty(defaultValue = "null") @Nullable List<Long> atSteps,
      @JsonProperty(defaultValue = "10x10") Grid grid) {
    public Snapshots {
      if (everyEpochs == null && everySteps == null && atSteps == null) {
        everyEpochs = 1;
      }
      new Schedule(everyEpochs, everySteps, atSteps); // refuses bad intervals while it is read
    }

    /** After each epoch, 10 rows and columns. */
    public static final Snapshots DEFAULT = Defaults.record(Snapshots.class);

    /** After each so-many-th epoch alone. */
    public Snapshots withEveryEpochs(int epochs) {
      return new Snapshots(epochs, null, null, grid);
    }

    /** After each so-many-th step alone. */
    public Snapshots withEverySteps(int steps) {
      return new Snapshots(null, steps, null, grid);
    }

    /** After these steps alone. */
    public Snapshots withAtSteps(Long... steps) {
      return new Snapshots(null, null, List.of(steps), grid);
    }

    public Snapshots withGrid(int rows, int columns) {
      return Defaults.with(this, "grid", new Grid(rows, columns));
    }

    /** When they fall due. */
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
      @JsonProperty(defaultValue = "null") @Nullable Integer everyEpochs,
      @JsonProperty(defaultValue = "null") @Nullable Integer everySteps,
      @JsonProperty(defaultValue = "null") @Nullable Integer examples) {
    /** After each epoch, on all examples. */
    public static final Validation DEFAULT = Defaults.record(Validation.class);

    /** After each so-many-th epoch alone. */
    public Validation withEveryEpochs(int epochs) {
      return new Validation(epochs, null, examples);
    }

    /** After each so-many-th step alone. */
    public Validation withEverySteps(int steps) {
      return new Validation(null, steps, examples);
    }

    public Validation withExamples(@Nullable Integer examples) {
      return Defaults.with(this, "examples", examples);
    }

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

    /** When they fall due. */
    public Schedule schedule() {
      return new Schedule(everyEpochs, everySteps, null);
    }
  }

  /**
   * Metrics of what the model samples; after each epoch where nothing says when, and always at the
   * end. A checkpoint is written with each, and that of the best by the first of them stays.
   *
   * @param everyKimg each time that so many thousands of real images more were shown, above 0
   * @param names as in {@code fd5k-features}; at least one
   * @see dev.figment.metric.MetricName
   */
  public record Metrics(
      @JsonProperty(defaultValue = "null") @Nullable Double everyKimg,
      @JsonProperty(defaultValue = "null") @Nullable Integer everyEpochs,
      @JsonProperty(defaultValue = "null") @Nullable Integer everySteps,
      @JsonProperty(required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<String> names) {
    public Metrics {
      if (everyKimg == null && everyEpochs == null && everySteps == null) {
        everyEpochs = 1;
      }
      new Schedule(everyEpochs, everySteps, null); // refuses bad intervals while it is read
      require(
          everyKimg == null || everyKimg > 0 && Double.isFinite(everyKimg),
          "watch.metrics.everyKimg: expected a number above 0, got %s",
          everyKimg);
      require(
          names != null && !names.isEmpty(),
          "watch.metrics.names: expected at least one, as in [fd5k-features, swd]");
      names = List.copyOf(names);
      parsed(names);
    }

    /** Each time that so many thousands of real images more were shown. */
    public static Metrics everyKimg(double kimg, String... names) {
      return new Metrics(kimg, null, null, List.of(names));
    }

    /** After each so-many-th step. */
    public static Metrics everySteps(int steps, String... names) {
      return new Metrics(null, null, steps, List.of(names));
    }

    /** The names with their protocols. */
    public List<MetricName> parsed() {
      return parsed(names);
    }

    private static List<MetricName> parsed(List<String> names) {
      return names.stream().map(each -> MetricName.parse(each, MetricName.COUNT, false)).toList();
    }

    /** Whether they fall due after the step that was made last. */
    public boolean isDue(Clock clock) {
      return new Schedule(everyEpochs, everySteps, null).isDue(clock)
          || everyKimg != null && clock.reachesMultipleOf(everyKimg);
    }
  }

  /**
   * Where a run can be taken up again; after each epoch where nothing says when. Those of {@code
   * atSteps} and {@code keepEveryEpochs} stay, whatever {@code keep} says, as does the best of
   * those that were validated: with their weights alone, once newer ones can be trained on.
   *
   * @param keepEveryEpochs one at the end of each so-many-th epoch, which stays
   * @param keep how many of the newest stay, at least 2, or {@code all}
   */
  public record Checkpoints(
      @JsonProperty(defaultValue = "null") @Nullable Integer everyEpochs,
      @JsonProperty(defaultValue = "null") @Nullable Integer everySteps,
      @JsonProperty(defaultValue = "null") @Nullable List<Long> atSteps,
      @JsonProperty(defaultValue = "null") @Nullable Integer keepEveryEpochs,
      @JsonProperty(defaultValue = "3") Keep keep) {
    /** After each epoch, the newest three. */
    public static final Checkpoints DEFAULT = Defaults.record(Checkpoints.class);

    /** After each so-many-th epoch. */
    public Checkpoints withEveryEpochs(int epochs) {
      return new Checkpoints(epochs, null, atSteps, keepEveryEpochs, keep);
    }

    /** After each so-many-th step. */
    public Checkpoints withEverySteps(int steps) {
      return new Checkpoints(null, steps, atSteps, keepEveryEpochs, keep);
    }

    /** After these steps too; they stay. */
    public Checkpoints withAtSteps(Long... steps) {
      return Defaults.with(this, "atSteps", List.of(steps));
    }

    /** After each so-many-th epoch too; they stay. */
    public Checkpoints withKeepEveryEpochs(@Nullable Integer epochs) {
      return Defaults.with(this, "keepEveryEpochs", epochs);
    }

    public Checkpoints withKeep(int newest) {
      return Defaults.with(this, "keep", new Keep(newest));
    }

    public Checkpoints withKeep(Keep keep) {
      return Defaults.with(this, "keep", keep);
    }

    public Checkpoints {
      if (everyEpochs == null && everySteps == null && atSteps == null && keepEveryEpochs == null) {
        everyEpochs = 1;
      }
      new Schedule(everyEpochs, everySteps, atSteps); // refuses bad intervals while it is read
      atSteps = atSteps == null ? null : List.copyOf(atSteps);
      require(
          keepEveryEpochs == null || keepEveryEpochs >= 1,
          "watch.checkpoints.keepEveryEpochs: expected at least 1, got %s",
          keepEveryEpochs);
    }

    /**
     * Whether one falls due after a step, the last one aside.
     *
     * @param epoch as {@link Clock#epochLength}
     */
    public boolean isDue(long step, EpochLength epoch) {
      return schedule().includes(step, epoch) || staying().includes(step, epoch);
    }

    /** Whether one falls due after the step that was made last. */
    public boolean isDue(Clock clock) {
      return clock.isFinished() || isDue(clock.step(), clock.epochLength());
    }

    /**
     * Whether the weights of a step stay when newer ones come.
     *
     * @param epoch as {@link Clock#epochLength}
     */
    public boolean stays(long step, EpochLength epoch) {
      return keep.isAll() || staying().includes(step, epoch);
    }

    private Schedule staying() {
      return new Schedule(keepEveryEpochs, null, atSteps);
    }

    /** When they fall due, those that stay aside. */
    public Schedule schedule() {
      return new Schedule(everyEpochs, everySteps, atSteps);
    }
  }

  /**
   * What event files for TensorBoard hold; without anything, none is written.
   *
   * @param scalars statistics of each tick, and what is measured of the model
   * @param images the pictures of each snapshot
   * @param histograms of each parameter and its gradient, at each tick
   */
  public record TensorBoard(
      @JsonProperty(defaultValue = "true") boolean scalars,
      @JsonProperty(defaultValue = "true") boolean images,
      @JsonProperty(defaultValue = "false") boolean histograms) {
    /** Numbers and pictures. */
    public static final TensorBoard DEFAULT = Defaults.record(TensorBoard.class);

    public TensorBoard withScalars(boolean scalars) {
      return Defaults.with(this, "scalars", scalars);
    }

    public TensorBoard withImages(boolean images) {
      return Defaults.with(this, "images", images);
    }

    public TensorBoard withHistograms(boolean histograms) {
      return Defaults.with(this, "histograms", histograms);
    }

    /** Whether there is anything to hold. */
    public boolean any() {
      return scalars || images || histograms;
    }
  }
}
