package dev.figment.bench;

import dev.figment.FigmentException;
import java.io.IOException;

/** How a benchmark ends where its user can do something about it: a sentence and an exit code. */
public final class StopAfter {
  private StopAfter() {}

  /** What a benchmark does. */
  public interface Body {
    void run() throws IOException, InterruptedException;
  }

  public static void of(Body body) throws IOException, InterruptedException {
    try {
      body.run();
    } catch (FigmentException e) {
      System.err.println(e.getMessage());
      System.exit(e.exitCode().number());
    }
  }
}
