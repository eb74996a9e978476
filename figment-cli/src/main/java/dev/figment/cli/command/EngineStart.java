package dev.figment.cli.command;

import dev.figment.cli.option.EngineOptions;
import dev.figment.tensor.Backend;
import picocli.CommandLine.ParseResult;

/** Loads the engine beside everything else that a command does first, where it will be needed. */
public final class EngineStart {
  private EngineStart() {}

  /** Begins to load it, if the command that was given takes {@link EngineOptions}. */
  public static void preload(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    boolean computes =
        last.commandSpec().mixins().values().stream()
            .anyMatch(mixin -> mixin.userObject() instanceof EngineOptions);
    if (computes && !last.isUsageHelpRequested()) {
      Backend.preload();
    }
  }
}
