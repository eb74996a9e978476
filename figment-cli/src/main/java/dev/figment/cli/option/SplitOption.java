package dev.figment.cli.option;

import dev.figment.data.Split;
import dev.figment.run.Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Mixin of the commands that show a model examples of its run's data set: {@code --split}. */
public final class SplitOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--split",
      paramLabel = "train|test|all",
      description =
          "Which part of the run's data set (default: test; where there is none, what the model"
              + " learned from).")
  private @Nullable Split split;

  private boolean said;

  boolean isGiven() {
    return split != null;
  }

  /**
   * The one that was asked for, or else test. Where the run's set has none it is what the model
   * learned from, and that is said once.
   */
  public Split of(Run run) {
    if (split != null) {
      return split;
    }
    return run.hasTest() ? Split.TEST : learned(run);
  }

  private Split learned(Run run) {
    Split learned = run.recipe().data().split();
    if (!said) {
      said = true;
      command
          .commandLine()
          .getErr()
          .printf(
              "no test split: these are examples that the model learned from (--split %s)%n",
              learned);
    }
    return learned;
  }
}
