package dev.figment.nn;

import java.util.List;

/**
 * Two networks in a row, of which the first learns through the second: a GAN's generator through
 * its discriminator. It is how an update sees them, and has no weights of its own.
 *
 * @param name what a table calls it: {@code gan}
 * @param learning gives what the other takes
 * @param frozen lends its gradients, and stays as it is
 */
public record JoinedNetworks(String name, Architecture learning, Architecture frozen) {
  /** Refuses networks that do not fit one another. */
  public JoinedNetworks {
    if (!learning.output().equals(frozen.input())) {
      throw new ShapeException(
          "%s to give what %s takes, %s".formatted(learning.name(), frozen.name(), frozen.input()),
          learning.output(),
          "Join networks that fit one another.");
    }
  }

  /** A row for each network; nothing of the frozen one can be trained. */
  public Summary summary() {
    Summary first = learning.summary();
    Summary.Row learns =
        new Summary.Row(learning.name(), learning.output(), first.parameters(), first.trainable());
    Summary.Row lends =
        new Summary.Row(
            frozen.name() + ", frozen", frozen.output(), frozen.summary().parameters(), 0);
    return new Summary(name, learning.input(), List.of(learns, lends));
  }
}
