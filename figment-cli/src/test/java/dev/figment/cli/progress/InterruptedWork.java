package dev.figment.cli.progress;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A process with work whose last step ends when it is told to, by a byte on its standard input. It
 * says what happens on its standard output.
 */
final class InterruptedWork {
  private InterruptedWork() {}

  static Process start(boolean hasBegun) throws java.io.IOException {
    return new ProcessBuilder(
            java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            InterruptedWork.class.getName(),
            String.valueOf(hasBegun))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] hasBegun) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    CountDownLatch stopped = new CountDownLatch(1);
    int code;
    try (Interruption interruption =
        Interruption.of(
            stopped::countDown,
            () -> Boolean.parseBoolean(hasBegun[0]),
            out,
            Duration.ofMillis(1))) {
      out.println("at work");
      stopped.await();
      int told = System.in.read();
      out.println("done " + (char) told);
      code = interruption.exitCode().orElse(0);
    }
    System.exit(code);
  }
}
