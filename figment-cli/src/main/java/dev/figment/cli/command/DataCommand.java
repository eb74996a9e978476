package dev.figment.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code figment data}: the sets that models learn from. */
@Command(
    name = "data",
    synopsisSubcommandLabel = "COMMAND",
    description = "The data sets that models learn from.",
    subcommands = {
      DataListCommand.class,
      DataInfoCommand.class,
      DataCheckCommand.class,
      DataPrepareCommand.class,
      DataGetCommand.class
    },
    footer = {"", "Example:  figment data list", "Next:     figment data info glyphs"})
public final class DataCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
