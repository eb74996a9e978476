package dev.figment.cli.option;

import dev.figment.data.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of the commands that show a model examples of its run's data set: {@code --split}. */
public final class SplitOption {
  @Option(
      names = "--split",
      paramLabel = "train|test|all",
      description = "Which part of the run's data set (default: test).")
  private @Nullable Split split;

  boolean isGiven() {
    return split != null;
  }

  public Split orTest() {
    return split == null ? Split.TEST : split;
  }
}
