package dev.figment.cli.option;

import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Mixin of the commands whose result a script may want: {@code --json}. */
public final class JsonOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print the result as JSON, for scripts.")
  private boolean asked;

  /**
   * Prints a result to standard output: as JSON where that was asked for.
   *
   * @param result a record, a map or a list; fields keep their names
   * @param text prints it for people
   */
  public void print(Object result, Consumer<PrintWriter> text) {
    PrintWriter out = command.commandLine().getOut();
    if (asked) {
      out.println(json(result));
    } else {
      text.accept(out);
    }
  }

  private static String json(Object result) {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(result);
  }
}
