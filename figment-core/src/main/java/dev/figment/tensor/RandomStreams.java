package dev.figment.tensor;

import java.util.Map;
import java.util.TreeMap;

/** The named {@link RandomStream}s of one training, all derived from the recipe's seed. */
public final class RandomStreams {
  private final long seed;
  private final Map<String, RandomStream> streams = new TreeMap<>();

  public RandomStreams(long seed) {
    this.seed = seed;
  }

  /** The one stream for a purpose. */
  public RandomStream of(StreamName name) {
    return named(name.name());
  }

  private RandomStream named(String name) {
    return streams.computeIfAbsent(name, unseen -> RandomStream.named(unseen, seed));
  }

  /** Where each stream is, for a checkpoint. */
  public Map<String, Long> states() {
    Map<String, Long> states = new TreeMap<>();
    streams.forEach((name, stream) -> states.put(name, stream.state()));
    return states;
  }

  public void restore(Map<String, Long> states) {
    states.forEach((name, state) -> named(name).restore(state));
  }
}
