package dev.figment.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the command as a process of its own: all that it printed, and how it ended. */
public record Subprocess(int code, String said) {
  static Subprocess run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(environment, arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Subprocess(process.waitFor(), said);
  }

  /**
   * The command's program and arguments.
   *
   * @param flags of the virtual machine
   */
  public static List<String> command(List<String> flags, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--enable-native-access")) // as the launcher has it
        .forEach(command::add);
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.figment.cli.Main"));
    command.addAll(arguments);
    return command;
  }

  /** Only starts it; what it prints, errors too, comes as its output. */
  public static Process start(Map<String, String> environment, String... arguments)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(List.of(), List.of(arguments)));
    builder.redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
