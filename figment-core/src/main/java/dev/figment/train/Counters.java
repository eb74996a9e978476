package dev.figment.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.DataException;
import dev.figment.ModelFileException;
import dev.figment.tensor.Backend;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers of a checkpoint: {@code state.json}.
 *
 * @param format of the checkpoint, {@link #FORMAT}
 * @param position examples given out by the data
 * @param seconds trained so far
 * @param threads that operations were split over: another number rounds differently
 * @param data what was learned from, as {@link dev.figment.data.ImageSet#fingerprint} has it
 * @param streams where each random stream is
 * @param optimizers steps made by each
 * @param unreported statistics read since the last tick
 */
record Counters(
    @JsonProperty(required = true) int format,
    @JsonProperty(required = true) long step,
    @JsonProperty(required = true) long images,
    @JsonProperty(required = true) long position,
    @JsonProperty(required = true) double seconds,
    @JsonProperty(required = true) int threads,
    @JsonProperty(required = true) String data,
    @JsonProperty(required = true) Map<String, Long> streams,
    @JsonProperty(required = true) Map<String, Long> optimizers,
    @JsonProperty(required = true) Map<String, Statistics.Mean> unreported) {
  static final int FORMAT = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Counters.class);

  static Counters of(TrainingState state) {
    Map<String, Long> optimizers = new TreeMap<>();
    state.optimizers().forEach((phase, each) -> optimizers.put(phase, each.steps()));
    return new Counters(
        FORMAT,
        state.clock().step(),
        state.clock().images(),
        state.batches().position(),
        state.ticker().seconds(),
        Backend.threads(),
        state.batches().fingerprint(),
        state.streams().states(),
        optimizers,
        state.statistics().unreported());
  }

  /**
   * Puts everything back.
   *
   * @param file where this was read, for messages
   */
  void restore(TrainingState state, Path file) {
    requireSame("optimizers", state.optimizers().keySet(), optimizers.keySet(), file);
    requireSameData(state.batches().fingerprint());
    warnOfThreads();
    state.clock().resumeAt(step, images);
    state.batches().seek(position);
    state.ticker().secondsBefore(seconds);
    state.streams().restore(streams);
    state
        .optimizers()
        .forEach((phase, each) -> each.resumeAt(Objects.requireNonNull(optimizers.get(phase))));
    state.statistics().restore(unreported);
  }

  private void requireSameData(String now) {
    if (!now.equals(data)) {
      throw new DataException(
          "expected the data that the run learned from so far (%s), got other data (%s). Bring it"
              + " back, or train on the new data in a run of its own.",
          data, now);
    }
  }

  private void warnOfThreads() {
    if (threads != Backend.threads()) {
      LOG.warn(
          "trained with {} threads so far, now with {}: goes on, but not to the same bits",
          threads,
          Backend.threads());
    }
  }

  private static void requireSame(String what, Set<String> now, Set<String> then, Path file) {
    if (!now.equals(then)) {
      throw new ModelFileException(
          "%s: expected %s %s, got %s. The recipe is not the one it was trained with.",
          file, what, now, then);
    }
  }
}
