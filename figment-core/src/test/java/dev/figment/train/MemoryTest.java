package dev.figment.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A training of {@value TinyTraining#STEPS} steps, watched from outside, holds its memory flat. */
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

  private static final List<Reading> READINGS = new ArrayList<>();

  @BeforeAll
  static void train() throws IOException, InterruptedException {
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
                TinyTraining.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().map(Reading::of).forEach(READINGS::add);
    }
    assertThat(process.waitFor()).isZero();
  }

  private static Reading at(long step) {
    return READINGS.stream().filter(each -> each.step() == step).findFirst().orElseThrow();
  }

  @Test
  void native_objects_are_as_many_at_the_end_as_after_a_hundred_steps() {
    assertThat(at(TinyTraining.STEPS).pointers()).isPositive().isEqualTo(at(100).pointers());
  }

  @Test
  void resident_memory_hardly_grows_once_warm() {
    long growth = at(TinyTraining.STEPS).bytes() - at(500).bytes();
    assertThat(growth).as("bytes from step 500 on").isLessThan(8 * MEGABYTES);
  }
}
