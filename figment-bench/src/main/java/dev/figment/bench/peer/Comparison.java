package dev.figment.bench.peer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Figment and its peers at one work. The peer that is best at a thing is the one that counts there:
 * it need not be the same for time and memory.
 *
 * @param work its name
 * @param beside Figment while another program is busy on the same cores; empty where that was not
 *     asked for
 */
record Comparison(String work, Turns figment, Turns beside, List<Turns> peers) {
  Comparison {
    peers = List.copyOf(peers);
  }

  private Optional<Turns> least(Function<Turns, Double> what) {
    return peers.stream().filter(each -> !each.isEmpty()).min(Comparator.comparing(what));
  }

  /** The peer with the shortest step. */
  Optional<Turns> fastest() {
    return least(each -> each.milliseconds().median());
  }

  /** The peer that held the least memory. */
  Optional<Turns> smallest() {
    return least(Turns::megabytes);
  }

  /** The peer that was first to have made a step. */
  Optional<Turns> soonest() {
    return least(Turns::first);
  }

  /** The fastest peer's time over Figment's: above 1 means that Figment is ahead. */
  Optional<Double> ratio() {
    return measured(fastest())
        .map(peer -> peer.milliseconds().median() / figment.milliseconds().median());
  }

  /** Figment's memory over the smallest peer's: below 1 means that Figment is ahead. */
  Optional<Double> memoryShare() {
    return measured(smallest()).map(peer -> figment.megabytes() / peer.megabytes());
  }

  /** Figment's time to a first step over that of the soonest peer. */
  Optional<Double> startShare() {
    return measured(soonest()).map(peer -> figment.first() / peer.first());
  }

  /** Figment's time beside a busy program over its time alone. */
  Optional<Double> slowdown() {
    return measured(Optional.of(beside).filter(turns -> !turns.isEmpty()))
        .map(turns -> turns.milliseconds().median() / figment.milliseconds().median());
  }

  private Optional<Turns> measured(Optional<Turns> peer) {
    return figment.isEmpty() ? Optional.empty() : peer;
  }
}
