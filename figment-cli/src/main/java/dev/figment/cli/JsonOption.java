package dev.figment.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Mixin of the commands whose result a script may want: {@code --json}. */
final class JsonOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print the result as JSON, for scripts.")
  private boolean asked;

  boolean asked() {
    return asked;
  }

  /** Prints a record, a map or a list to standard output; fields keep their names. */
  void print(Object result) {
    PrintWriter out = command.commandLine().getOut();
    out.println(
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(result));
  }
}
