package dev.figment.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.optim.Optimizer;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of a checkpoint: {@code state.json}.
 *
 * @param format of the checkpoint, {@link #FORMAT}
 * @param position examples given out by the data
 * @param seconds trained so far
 * @param streams where each random stream is
 * @param optimizers steps made by each
 */
record Counters(
    @JsonProperty(required = true) int format,
    @JsonProperty(required = true) long step,
    @JsonProperty(required = true) long images,
    @JsonProperty(required = true) long position,
    @JsonProperty(required = true) double seconds,
    @JsonProperty(required = true) Map<String, Long> streams,
    @JsonProperty(required = true) Map<String, Long> optimizers) {
  static final int FORMAT = 1;

  static Counters of(TrainingState state) {
    Map<String, Long> optimizers = new TreeMap<>();
    state.optimizers().forEach((phase, each) -> optimizers.put(phase, each.steps()));
    return new Counters(
        FORMAT,
        state.clock().step(),
        state.clock().images(),
        state.batches().position(),
        state.ticker().seconds(),
        state.streams().states(),
        optimizers);
  }

  void restore(TrainingState state) {
    state.clock().resumeAt(step, images);
    state.batches().seek(position);
    state.ticker().secondsBefore(seconds);
    state.streams().restore(streams);
    for (Map.Entry<String, Optimizer> each : state.optimizers().entrySet()) {
      each.getValue().resumeAt(optimizers.getOrDefault(each.getKey(), 0L));
    }
  }
}
