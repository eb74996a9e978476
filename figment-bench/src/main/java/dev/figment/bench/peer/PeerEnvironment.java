package dev.figment.bench.peer;

import dev.figment.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A virtual environment of Python with the peers of one library, of the versions that its
 * requirements pin. It is made once and kept until these change.
 *
 * @param scripts the folder of the peers' scripts and requirements
 * @param environments the folder of all environments
 */
record PeerEnvironment(Path scripts, Path environments, String library) {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  /** Its Python, which is there after this; libraries are downloaded where it is not. */
  Path python() throws IOException, InterruptedException {
    Path folder = folder();
    Path ready = folder.resolve("ready");
    if (!Files.exists(ready)) {
      System.err.printf("%s: setting up %s …%n", library, folder);
      Files.createDirectories(environments);
      run("python3", "-m", "venv", "--clear", folder.toString());
      run(folder.resolve("bin/pip").toString(), "install", "-q", "-r", requirements().toString());
      Files.createFile(ready);
    }
    return folder.resolve("bin/python");
  }

  private void run(String... command) throws IOException, InterruptedException {
    try {
      new TimedProcess(List.of(command), Map.of(), LIMIT).lastLine();
    } catch (PeerException e) {
      throw new UsageException(
          "%s: expected '%s' to make an environment of %s, got: %s. Python 3.11 or newer with venv"
              + " and a way to a package index are needed; --peers leaves a library out.",
          library, String.join(" ", command), requirements(), e.getMessage());
    }
  }

  /** Named by what its requirements say. */
  Path folder() throws IOException {
    CRC32 sum = new CRC32();
    sum.update(Files.readString(requirements()).getBytes(StandardCharsets.UTF_8));
    return environments.resolve("%s-%08x".formatted(library, sum.getValue()));
  }

  private Path requirements() {
    return scripts.resolve("requirements-%s.txt".formatted(library));
  }
}
