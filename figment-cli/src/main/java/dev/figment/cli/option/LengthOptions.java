package dev.figment.cli.option;

import dev.figment.UsageException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of the commands that train: how long in all, instead of what the recipe says. */
public final class LengthOptions {
  @Option(names = "--steps", paramLabel = "N", description = "Train so many steps in all.")
  private @Nullable Long steps;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = {
        "Train so many epochs in all, each as many steps as full batches fit into the set.",
        "Where reals: half, an epoch shows half of the images."
      })
  private @Nullable Integer epochs;

  @Option(
      names = "--kimg",
      paramLabel = "N",
      description = "Train until so many thousand real images were shown.")
  private @Nullable Double kimg;

  /** What to change in a recipe: nothing, or one length and the others taken away. */
  public Map<String, String> changes() {
    long given = Stream.of(steps, epochs, kimg).filter(each -> each != null).count();
    UsageException.require(
        given <= 1, "--steps, --epochs, --kimg: expected one of them at most, got %d.", given);
    refuseNothing("--steps", steps);
    refuseNothing("--epochs", epochs);
    refuseNothing("--kimg", kimg);
    Map<String, String> changes = new LinkedHashMap<>();
    if (given == 1) {
      changes.put("train.steps", String.valueOf(steps));
      changes.put("train.epochs", String.valueOf(epochs));
      changes.put("train.kimg", String.valueOf(kimg));
    }
    return changes;
  }

  private static void refuseNothing(String option, @Nullable Number length) {
    UsageException.require(
        length == null || length.doubleValue() > 0,
        "%s: expected more than 0, got %s",
        option,
        length);
  }
}
