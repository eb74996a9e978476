package dev.figment.examples;

import dev.figment.nn.Architecture;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Dense;
import dev.figment.nn.Dropout;
import dev.figment.nn.Flatten;
import dev.figment.nn.LeakyRelu;
import dev.figment.nn.Padding;
import dev.figment.nn.Shape;
import dev.figment.nn.Summary;
import java.util.List;

/**
 * A network is data: layers in sequence that know their shapes and parameters, checked as soon as
 * they are written down, before any native code is loaded.
 *
 * <p>Prints a discriminator for 28×28 images as a table. To see what an error looks like, take
 * {@code new Flatten()} out.
 *
 * <pre>examples/run Example01ANetworkAndItsSummary</pre>
 */
public final class Example01ANetworkAndItsSummary {
  private Example01ANetworkAndItsSummary() {}

  public static void main(String[] arguments) {
    System.out.println(run());
  }

  static Summary run() {
    Architecture discriminator =
        new Architecture(
            "discriminator",
            Shape.image(28, 28, 1),
            List.of(
                new Conv2d(64, 3, 2, Padding.SAME), // 14×14×64
                new LeakyRelu(0.2),
                new Dropout(0.4),
                new Conv2d(64, 3, 2, Padding.SAME), // 7×7×64
                new LeakyRelu(0.2),
                new Dropout(0.4),
                new Flatten(),
                new Dense(1))); // a logit: above 0 means real
    return discriminator.summary();
  }
}
