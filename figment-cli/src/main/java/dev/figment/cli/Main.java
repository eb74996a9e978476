package dev.figment.cli;

import dev.figment.ExitCode;
import dev.figment.UsageException;
import dev.figment.cli.command.AnomalyCommand;
import dev.figment.cli.command.CodingsCommand;
import dev.figment.cli.command.CompareCommand;
import dev.figment.cli.command.DataCommand;
import dev.figment.cli.command.DemoCommand;
import dev.figment.cli.command.DoctorCommand;
import dev.figment.cli.command.EncodeCommand;
import dev.figment.cli.command.EngineStart;
import dev.figment.cli.command.EvaluateCommand;
import dev.figment.cli.command.ExportCommand;
import dev.figment.cli.command.InterpolateCommand;
import dev.figment.cli.command.MapCommand;
import dev.figment.cli.command.NewCommand;
import dev.figment.cli.command.PlotCommand;
import dev.figment.cli.command.ProjectCommand;
import dev.figment.cli.command.RecipesCommand;
import dev.figment.cli.command.ReconstructCommand;
import dev.figment.cli.command.ReportCommand;
import dev.figment.cli.command.ResumeCommand;
import dev.figment.cli.command.RunsCommand;
import dev.figment.cli.command.SampleCommand;
import dev.figment.cli.command.ShowCommand;
import dev.figment.cli.command.StyleMixingCommand;
import dev.figment.cli.command.SummaryCommand;
import dev.figment.cli.command.TrainCommand;
import dev.figment.cli.report.Version;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The {@code figment} command. A new subcommand is a class of its own and a name in this list. */
@Command(
    name = "figment",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Train, measure, explore and ship generative image models.%n",
    subcommands = {
      RecipesCommand.class,
      ShowCommand.class,
      SummaryCommand.class,
      PlotCommand.class,
      DataCommand.class,
      NewCommand.class,
      TrainCommand.class,
      ResumeCommand.class,
      RunsCommand.class,
      CompareCommand.class,
      SampleCommand.class,
      ReconstructCommand.class,
      ProjectCommand.class,
      EncodeCommand.class,
      CodingsCommand.class,
      InterpolateCommand.class,
      MapCommand.class,
      StyleMixingCommand.class,
      EvaluateCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      AnomalyCommand.class,
      DoctorCommand.class,
      DemoCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
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

  @Option(
      names = Classpath.OPTION,
      paramLabel = "JARS",
      scope = ScopeType.INHERIT,
      description =
          "Jars or folders of your own layers, losses and models, which recipes may then name"
              + " (otherwise "
              + Classpath.VARIABLE
              + ").")
  private @Nullable String classpath;

  public static void main(String[] arguments) throws InterruptedException {
    BackgroundStream error = new BackgroundStream(new FileOutputStream(FileDescriptor.err));
    Charset charset = charset();
    System.setErr(new PrintStream(error, true, charset));
    System.setOut(new PrintStream(error.before(System.out), true, charset));
    int code = commandLine().execute(arguments);
    error.drain();
    System.exit(code);
  }

  /** The command with its error handling, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    return commandLine(new Main());
  }

  private static CommandLine commandLine(Main main) {
    Failures failures = new Failures(() -> main.debug);
    CommandLine line = spaced(new CommandLine(main));
    line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
    return line.registerConverter(Path.class, Main::path)
        .setOut(printer(System.out))
        .setErr(printer(System.err))
        .setColorScheme(Help.defaultColorScheme(Ansi.OFF)) // the printers would show its codes
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(parsed -> failures.guard(line, () -> main.execute(parsed)));
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode each : ExitCode.values()) {
      codes.put(String.valueOf(each.number()), each.words());
    }
    codes.put("129, 130, 143", "ended by a closed terminal, Ctrl-C, SIGTERM");
    return codes;
  }

  private static PrintWriter printer(OutputStream to) {
    return new PrintWriter(new PlainWriter(new OutputStreamWriter(to, charset())), true);
  }

  /** Refuses what names nothing: Java takes it for the folder that one is in. */
  private static Path path(String typed) {
    if (typed.isEmpty()) {
      throw new TypeConversionException("expected the path of a file or folder, got nothing");
    }
    return Path.of(typed);
  }

  private int execute(ParseResult parsed) {
    if (debug) {
      Logs.showDetail();
    }
    EngineStart.preload(parsed);
    try (Classpath opened = classpath()) {
      return new CommandLine.RunLast().execute(parsed);
    } catch (UsageException e) {
      throw new ExecutionException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Classpath classpath() {
    String variable = System.getenv().getOrDefault(Classpath.VARIABLE, "");
    return classpath == null
        ? Classpath.open(Classpath.VARIABLE, variable)
        : Classpath.open(Classpath.OPTION, classpath);
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
    Charset said = terminal == null ? StandardCharsets.US_ASCII : terminal.charset();
    return said.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : said;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
