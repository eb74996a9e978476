package dev.figment.bench.peer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that is given a limit of time, and stopped when it is over. */
final class TimedProcess {
  private final List<String> command;
  private final Map<String, String> environment;
  private final Duration limit;

  /**
   * @param environment what it has beside this process's; an empty value takes a name away
   */
  TimedProcess(List<String> command, Map<String, String> environment, Duration limit) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.limit = limit;
  }

  /**
   * Waits for it.
   *
   * @return what it printed last, a line
   * @throws PeerException if it failed, with the last line of its errors, or took too long
   */
  String lastLine() throws IOException, InterruptedException {
    Path output = Files.createTempFile("figment", ".out");
    Path errors = Files.createTempFile("figment", ".err");
    try {
      Process process = start(output.toFile(), errors.toFile());
      await(process);
      if (process.exitValue() != 0) {
        throw new PeerException(last(errors, "exit code " + process.exitValue()));
      }
      return last(output, "");
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private Process start(File output, File errors) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(output).redirectError(errors);
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    return builder.start();
  }

  private void await(Process process) throws InterruptedException {
    boolean hasEnded = false;
    try {
      hasEnded = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
    } finally {
      if (!hasEnded) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    }
    if (!hasEnded) {
      throw new PeerException("stopped after %d s".formatted(limit.toSeconds()));
    }
  }

  private static String last(Path file, String otherwise) throws IOException {
    List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? otherwise : lines.get(lines.size() - 1).strip();
  }
}
