package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training of thousands of steps, watched from outside, holds its memory flat. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryTest {
  private static final long MEGABYTES = 1 << 20;

  private record Reading(long step, long pointers, long bytes) {
    static Reading of(String line) {
      String[] words = line.split(" ");
      return new Reading(
          Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }
  }

  private static List<Reading> readings(TinyTraining.Kind kind)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+AlwaysPreTouch",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TinyTraining.class.getName(),
                kind.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      List<Reading> readings = lines.lines().map(Reading::of).toList();
      assertThat(process.waitFor()).isZero();
      return readings;
    }
  }

  private static Reading at(long step, List<Reading> readings) {
    return readings.stream().filter(each -> each.step() == step).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void native_objects_do_not_grow_in_number_and_resident_memory_hardly_once_warm(
      TinyTraining.Kind kind) throws IOException, InterruptedException {
    List<Reading> readings = readings(kind);
    Reading last = at(kind.steps, readings);
    assertThat(last.pointers()).isPositive().isEqualTo(at(100, readings).pointers());
    long growth = last.bytes() - at(500, readings).bytes();
    assertThat(growth).as("bytes from step 500 on").isLessThan(8 * MEGABYTES);
  }
}
