package dev.figment.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A part of a benchmark in a process of its own: what it measures, no other part has warmed. */
public final class Forked {
  private Forked() {}

  /**
   * Starts a main class with these arguments and the flags of this JVM, and waits for it.
   *
   * @param without names that its environment lacks
   * @return the numbers that it printed in one line
   * @throws IOException if it failed; it has said why on standard error
   */
  static double[] numbers(Class<?> main, Collection<String> without, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command(main, arguments)).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeAll(without);
    Process process = builder.start();
    String line = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      throw new IOException(
          String.join(" ", arguments) + " ended with " + process.exitValue() + ": " + line);
    }
    return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** Starts a main class with these arguments, and with the flags and classes of this JVM. */
  public static List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
