package dev.figment.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs the command inside the test: what it printed, and how it ended. */
public record Console(int code, String out, String err) {
  public static Console run(String... arguments) {
    return run(Main.commandLine(), arguments);
  }

  /** With further subcommands, given in pairs of a name and a command. */
  public static Console with(String name, Object command, String... arguments) {
    return run(Main.commandLine().addSubcommand(name, command), arguments);
  }

  private static Console run(CommandLine line, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setUsageHelpAutoWidth(false).setUsageHelpWidth(80);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    return new Console(code, lines(out), lines(err));
  }

  private static String lines(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
