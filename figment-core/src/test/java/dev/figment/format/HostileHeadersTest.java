package dev.figment.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileHeadersTest {
  @TempDir private Path folder;

  @Test
  void the_longest_headers_are_read_or_refused_in_64_megabytes_of_heap()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileHeaders.class.getName(),
                folder.resolve("hostile.safetensors").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      List<String> outcomes = lines.lines().toList();
      assertThat(process.waitFor()).isZero();
      assertThat(outcomes)
          .containsExactly(
              "spaces: read, 0 tensors",
              "brackets: refused",
              "objects: refused",
              "a long name: refused",
              "a long wide name: refused",
              "a long value: read, 0 tensors",
              "a long wide value: read, 0 tensors",
              "a long number: refused",
              "a long shape: refused",
              "many metadata: refused",
              "many tensors: refused",
              "beyond the limit: refused");
    }
  }
}
