package dev.figment.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.figment.FigmentException;
import dev.figment.run.folder.RunLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

/** Another process that trains in a folder, or is refused. */
final class LockHolder {
  private LockHolder() {}

  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static BufferedReader words(Process other) {
    return new BufferedReader(new InputStreamReader(other.getInputStream(), UTF_8));
  }

  public static void main(String[] folder) throws InterruptedException {
    try (RunLock lock = RunLock.take(Path.of(folder[0]))) {
      System.out.println("locked");
      Thread.sleep(60_000);
    } catch (FigmentException e) {
      System.out.println(e.getMessage());
    }
  }
}
