package dev.figment.run.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.figment.format.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Chromium without a window, as a child process for each page, with a profile of its own and no way
 * to any host.
 *
 * @param folder for what it writes
 */
record Browser(Path program, Path folder) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** The browser's own requests, of updates, have no origin. */
  private static final String ASKED_BY_A_PAGE =
      "\"initiator\":\"(?!not an origin).*\"url\":\"(http|ws|ftp)";

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox", // root has none; the page is our own
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--enable-logging=stderr",
          "--v=0");

  /**
   * What came of a page.
   *
   * @param document after its script ran
   * @param console what the page, or the browser on its behalf, said there
   * @param requests of other hosts that it made
   */
  record Visit(String document, List<String> console, List<String> requests) {}

  /** Skips the test where there is none on the path. */
  static Browser required(Path folder) {
    Optional<Path> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(each -> NAMES.stream().map(name -> Path.of(each, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "no browser on the path: chromium or google-chrome");
    return new Browser(found.orElseThrow(), folder);
  }

  /** Opens a page; a window is at least 500 wide. */
  Visit visit(Path page) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory(folder, "profile");
    Path log = folder.resolve("net.json");
    Path out = folder.resolve("document.html");
    Path err = folder.resolve("console.txt");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + profile);
    command.add("--log-net-log=" + log);
    command.add("--window-size=1400,900");
    command.add("--dump-dom");
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        throw new AssertionError("the browser did not end: " + Files.readString(err));
      }
    } finally {
      process.destroyForcibly();
    }
    Folders.deleteIfExists(profile);
    return new Visit(Files.readString(out), lines(err, ":CONSOLE"), lines(log, ASKED_BY_A_PAGE));
  }

  private static List<String> lines(Path file, String pattern) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.matches(".*" + pattern + ".*"))
        .toList();
  }
}
