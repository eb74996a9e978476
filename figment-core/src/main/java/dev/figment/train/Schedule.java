package dev.figment.train;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something happens during a training: at intervals, at listed steps, or both. Always after
 * the last step too.
 *
 * @param everyEpochs at the end of each so-many-th epoch
 * @param everySteps after each so-many-th step
 * @param atSteps after these steps
 */
public record Schedule(
    @JsonProperty(defaultValue = "null") @Nullable Integer everyEpochs,
    @JsonProperty(defaultValue = "null") @Nullable Integer everySteps,
    @JsonProperty(defaultValue = "null") @Nullable List<Long> atSteps) {
  public Schedule {
    require(
        everyEpochs == null || everyEpochs >= 1,
        "everyEpochs: expected at least 1, got %s",
        everyEpochs);
    require(
        everySteps == null || everySteps >= 1,
        "everySteps: expected at least 1, got %s",
        everySteps);
    atSteps = atSteps == null ? null : List.copyOf(atSteps);
  }

  /** Whether it falls due after the step that was made last. */
  public boolean isDue(Clock clock) {
    return clock.isFinished() || includes(clock.step(), clock.epochLength());
  }

  /**
   * Whether it falls due after a step, the last one aside.
   *
   * @param epoch as {@link Clock#epochLength}
   */
  public boolean includes(long step, EpochLength epoch) {
    return everyEpochs != null && epoch.reachesMultipleOf(everyEpochs, step)
        || everySteps != null && step % everySteps == 0
        || atSteps != null && atSteps.contains(step);
  }
}
