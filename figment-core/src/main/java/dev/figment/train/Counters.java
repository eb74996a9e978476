package dev.figment.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.DataException;
import dev.figment.ModelFileException;
import dev.figment.PlainText;
import dev.figment.tensor.Backend;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
 * @param rollBacks how often the training went back, having diverged; null in files of before that
 *     was counted
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
    @JsonProperty(required = true) Map<String, Statistics.Mean> unreported,
    @Nullable Integer rollBacks) {
  static final int FORMAT = 1;

  /** Beyond this a count of steps or images is no longer exact as a double. */
  private static final long MOST = 1L << 53;

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
        state.statistics().unreported(),
        state.clock().rollBacks());
  }

  /**
   * Refuses what no training writes.
   *
   * @param file where this was read, for messages
   * @throws ModelFileException at the first that is missing, negative, not finite or without end
   */
  void check(Path file) {
    if (format > FORMAT) {
      throw new ModelFileException(
          "%s: expected checkpoint format %d or earlier, got %d. Use the Figment that wrote it.",
          file, FORMAT, format);
    }
    requireCount(file, "format", (long) format);
    requireCount(file, "step", step);
    requireCount(file, "images", images);
    requireCount(file, "position", position);
    requireCount(file, "threads", (long) threads);
    require(seconds >= 0 && seconds <= MOST, file, "seconds", seconds);
    require(data != null, file, "data", data);
    require(isWhole(streams), file, "streams", streams);
    require(isWhole(optimizers), file, "optimizers", optimizers);
    require(isWhole(unreported), file, "unreported", unreported);
    optimizers.forEach((name, steps) -> requireCount(file, "optimizers." + name, steps));
    unreported.forEach(
        (name, mean) ->
            require(
                Double.isFinite(mean.sum()) && mean.count() >= 1 && mean.count() <= MOST,
                file,
                "unreported." + name,
                mean));
    require(timesBack() >= 0 && timesBack() <= RollBack.MOST, file, "rollBacks", rollBacks);
  }

  /** How often the training went back. */
  int timesBack() {
    return Objects.requireNonNullElse(rollBacks, 0);
  }

  private static boolean isWhole(@Nullable Map<String, ?> numbers) {
    return numbers != null && numbers.values().stream().allMatch(Objects::nonNull);
  }

  private static void requireCount(Path file, String name, @Nullable Long count) {
    require(count != null && count >= 0 && count <= MOST, file, name, count);
  }

  private static void require(boolean holds, Path file, String name, @Nullable Object got) {
    if (!holds) {
      throw new ModelFileException(
          "%s: %s: expected what a training writes, got %s",
          file, PlainText.name(name), PlainText.name(String.valueOf(got)));
    }
  }

  /**
   * Puts everything back.
   *
   * @param file where this was read, for messages
   */
  void restore(TrainingState state, Path file) {
    requireSame("optimizers", state.optimizers().keySet(), optimizers.keySet(), file);
    requireStreams(state.streams().states().keySet(), file);
    warnOfThreads();
    state.clock().resumeAt(step, images);
    RollBack.apply(state, timesBack());
    state.batches().seek(position);
    state.ticker().secondsBefore(seconds);
    state.streams().restore(streams);
    state
        .optimizers()
        .forEach((phase, each) -> each.resumeAt(Objects.requireNonNull(optimizers.get(phase))));
    state.statistics().restore(unreported);
  }

  /** Those that a model has drawn from at its birth; others come with their first number. */
  private void requireStreams(Set<String> now, Path file) {
    if (!streams.keySet().containsAll(now)) {
      throw new ModelFileException(
          "%s: expected random streams %s, got %s alone. The recipe is not the one it was trained"
              + " with.",
          file, now, PlainText.name(streams.keySet().toString()));
    }
  }

  /** Refuses other data than that which was learned from. */
  void requireSameData(String now) {
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
          file, what, now, PlainText.name(then.toString()));
    }
  }
}
