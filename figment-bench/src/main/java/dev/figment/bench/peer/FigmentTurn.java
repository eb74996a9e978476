package dev.figment.bench.peer;

import dev.figment.bench.StopAfter;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.util.List;

/**
 * What Figment's side of a turn is told.
 *
 * @param threads of the engine
 * @param hasNeighbor whether another program is busy meanwhile
 * @param steps that count, at least
 * @param seconds that count, at least
 * @param work the rest: {@link Work#figmentArguments}
 */
record FigmentTurn(int threads, boolean hasNeighbor, int steps, double seconds, List<String> work) {
  /** What is measured. */
  interface Body {
    Measurement of(FigmentTurn turn) throws IOException, InterruptedException;
  }

  private static FigmentTurn parse(String... args) {
    return new FigmentTurn(
        Integer.parseInt(args[0]),
        Boolean.parseBoolean(args[1]),
        Integer.parseInt(args[2]),
        Double.parseDouble(args[3]),
        List.of(args).subList(4, args.length));
  }

  /** Measures and prints. */
  static void of(String[] args, Body body) throws IOException, InterruptedException {
    FigmentTurn turn = parse(args);
    StopAfter.of(
        () -> {
          try (BusyNeighbor neighbor = turn.hasNeighbor ? BusyNeighbor.start() : null) {
            if (turn.threads < Backend.threads()) {
              Backend.threads(turn.threads); // else as many as Figment takes by itself
            }
            System.out.println(body.of(turn).line());
          }
        });
  }
}
