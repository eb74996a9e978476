package dev.figment.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, whose heap is touched beforehand: what grows is native. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryTest {
  @Test
  void two_thousand_steps_leave_no_native_memory_behind() throws Exception {
    TreeMap<Integer, long[]> measured = new TreeMap<>();
    for (String line : said()) {
      String[] words = line.split(" ");
      long[] numbers = {Long.parseLong(words[1]), Long.parseLong(words[2])};
      measured.put(Integer.parseInt(words[0]), numbers);
    }
    assertThat(measured).containsKeys(200, 1000, 2000);
    assertThat(measured.get(2000)[0]).as("live pointers").isEqualTo(measured.get(200)[0]);
    assertThat(measured.get(2000)[1] - measured.get(1000)[1])
        .as("bytes grown in the last thousand steps")
        .isLessThan(8 << 20);
  }

  private static List<String> said() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xms96m",
                "-Xmx96m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                LongTraining.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String all = new String(other.getInputStream().readAllBytes(), UTF_8);
    assertThat(other.waitFor()).as(all).isZero();
    return all.lines().toList();
  }
}
