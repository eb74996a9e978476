package dev.figment.bench.soak;

import dev.figment.bench.Arguments;
import dev.figment.bench.StopAfter;
import dev.figment.tensor.Backend;
import java.io.IOException;
import java.util.List;

/**
 * Whether a process that trains for long, or many models, holds on to more and more.
 *
 * <pre>{@code figment-bench/soak --minutes 60}</pre>
 */
public final class Soak {
  private static final int READINGS = 20;
  private static final int EVERY = 100; // steps between two checkpoints

  private Soak() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    SoakOptions options = new SoakOptions();
    StopAfter.of(
        () -> {
          if (Arguments.read(options, args)) {
            System.exit(run(options) ? 0 : 1);
          }
        });
  }

  private static boolean run(SoakOptions options) {
    Backend.threads(options.threads);
    System.out.printf(Reading.HEAD + "%n", "steps");
    Readings training =
        LongTraining.run(
            options.folder.resolve("training"),
            LongTraining.recipe(EVERY, "swd200", "fd200-features"),
            Pace.ofMinutes(options.minutes, READINGS));
    boolean isFlat = tell("training", training);
    System.out.printf("%n" + Reading.HEAD + "%n", "models");
    Readings models =
        ManyModels.run(options.folder, options.models, Math.max(1, options.models / READINGS));
    return tell("models", models) && isFlat;
  }

  private static boolean tell(String name, Readings readings) {
    List<String> growth = readings.growth();
    System.out.printf(
        "%n%s: %s%n", name, growth.isEmpty() ? "flat" : "grew in " + String.join(", in ", growth));
    return growth.isEmpty();
  }
}
