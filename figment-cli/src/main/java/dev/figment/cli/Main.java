package dev.figment.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code figment} command. A new subcommand is a class of its own and a name in this list. */
@Command(
    name = "figment",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Train, measure, explore and ship generative image models.%n",
    subcommands = {
      RecipesCommand.class,
      Show.class,
      SummaryCommand.class,
      PlotCommand.class,
      Data.class,
      Train.class,
      Resume.class,
      Runs.class,
      Sample.class,
      Reconstruct.class,
      Encode.class,
      Interpolate.class,
      MapCommand.class,
      Stylemix.class,
      Evaluate.class,
      Anomaly.class,
      Doctor.class,
      Demo.class
    },
    footer = {
      "",
      "Example:  figment demo",
      "Next:     figment COMMAND --help says what a command takes, with an example."
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show what this command takes, with an example.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version, and of what.")
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Log in detail, and show where an error came from.")
  private boolean debug;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command with its error handling, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    return commandLine(new Main());
  }

  private static CommandLine commandLine(Main main) {
    Failures failures = new Failures(() -> main.debug);
    CommandLine line = spaced(new CommandLine(main));
    return line.setOut(new PrintWriter(System.out, true, charset()))
        .setErr(new PrintWriter(System.err, true, charset()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(
            parsed -> {
              if (main.debug) {
                Logs.showDetail();
              }
              return failures.guard(line, () -> new CommandLine.RunLast().execute(parsed));
            });
  }

  /** An empty line before parameters, options and commands, in the help of every command. */
  private static CommandLine spaced(CommandLine line) {
    var help = line.getCommandSpec().usageMessage();
    help.optionListHeading("%n").commandListHeading("%nCommands:%n");
    if (!line.getCommandSpec().positionalParameters().isEmpty()) {
      help.parameterListHeading("%n");
    }
    line.getSubcommands().values().forEach(Main::spaced);
    return line;
  }

  /**
   * UTF-8 in files and pipes, and what a terminal says that it reads. A terminal of the locale C
   * says ASCII for want of anything better.
   */
  private static Charset charset() {
    System.setProperty("jdk.console", "java.base"); // Java 22 has a console without terminal
    Console terminal = System.console();
    boolean says = terminal != null && !terminal.charset().equals(StandardCharsets.US_ASCII);
    return says ? terminal.charset() : StandardCharsets.UTF_8;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
