package dev.figment.cli.progress;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * How a training is ended before its end.
 *
 * @param signal as {@code kill} knows it
 * @param twice whether it is sent twice at once
 * @param onTerminal whether it runs on a terminal of its own, with the bar, or writes to a pipe
 */
record RandomEnd(String signal, boolean twice, boolean onTerminal) {
  /** A kill that nothing can be done against. */
  static final RandomEnd KILL = new RandomEnd("KILL", false, false);

  /** All that can be asked for, of the signals that are heard. */
  static List<RandomEnd> signals() throws IOException {
    List<RandomEnd> all = new ArrayList<>();
    for (String signal : List.of("INT", "TERM", "HUP")) {
      for (int i = 0; i < 4 && !IgnoredSignals.contain(signal); i++) {
        all.add(new RandomEnd(signal, i % 2 == 1, i / 2 == 1));
      }
    }
    all.removeIf(each -> each.onTerminal && !OnTerminal.SCRIPT.toFile().canExecute());
    return all;
  }

  /** How a process ends by it. */
  int code() {
    return switch (signal) {
      case "INT" -> 130;
      case "TERM" -> 143;
      case "HUP" -> 129;
      default -> 137;
    };
  }

  /**
   * Runs a training and ends it at a random moment, however fast it is: once its statistics have
   * grown so far, and some milliseconds later.
   *
   * @param run its folder
   * @param most bytes that its statistics come to
   * @return how it ended; 0 where it was faster
   */
  int end(List<String> java, Path run, Random random, long most)
      throws IOException, InterruptedException {
    Process process = start(java);
    Thread reading = new Thread(() -> read(process.getInputStream()));
    reading.start();
    long size = (long) (random.nextDouble() * most);
    while (process.isAlive() && new File(run.toFile(), "stats.jsonl").length() < size) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    if (!process.waitFor(random.nextInt(100), TimeUnit.MILLISECONDS)) {
      send(process);
    }
    int code = process.waitFor();
    reading.join();
    return code;
  }

  private Process start(List<String> java) throws IOException {
    if (!onTerminal) {
      return new ProcessBuilder(java).redirectErrorStream(true).start();
    }
    List<String> command = new ArrayList<>(java);
    command.add(1, "-Dfigment.terminal=80");
    return OnTerminal.start(command);
  }

  private static void read(InputStream said) {
    try {
      said.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return; // the terminal is gone
    }
  }

  private void send(Process process) throws IOException, InterruptedException {
    long pid = onTerminal ? onlyChild(process) : process.pid();
    String once = "kill -%s %d".formatted(signal, pid);
    new ProcessBuilder("sh", "-c", twice ? once + "; " + once : once)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** What runs on the terminal. */
  private static long onlyChild(Process terminal) {
    return terminal.descendants().findFirst().map(ProcessHandle::pid).orElse(terminal.pid());
  }
}
