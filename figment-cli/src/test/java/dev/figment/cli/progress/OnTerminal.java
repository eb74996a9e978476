package dev.figment.cli.progress;

import dev.figment.ShellWord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A command on a terminal of its own, by {@code script}. */
final class OnTerminal {
  static final Path SCRIPT = Path.of("/usr/bin/script");

  private OnTerminal() {}

  /** Starts it; what it shows comes as its output, and keys are its input. */
  static Process start(List<String> command) throws IOException {
    String words =
        command.stream().map(ShellWord::of).collect(Collectors.joining(" ", "exec ", ""));
    return new ProcessBuilder(SCRIPT.toString(), "-qec", words, "/dev/null")
        .redirectErrorStream(true)
        .start();
  }
}
