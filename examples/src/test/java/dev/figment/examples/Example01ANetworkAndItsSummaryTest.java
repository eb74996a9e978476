package dev.figment.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.nn.Summary;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Example01ANetworkAndItsSummaryTest {
  private static final String TOTAL = "total parameters: 40,705"; // 640 + 36,928 + 3,137

  @Test
  void the_summary_counts_every_weight() {
    Summary summary = Example01ANetworkAndItsSummary.run();

    assertThat(summary.parameters()).isEqualTo(640 + 36_928 + 3_137);
    assertThat(summary.toString()).contains(TOTAL);
  }

  @Test
  void it_runs_where_there_is_no_native_code(@TempDir Path folder) throws Exception {
    String summary = printed(withoutNatives(Example01ANetworkAndItsSummary.class, ""), 0);
    assertThat(summary).contains(TOTAL);

    String picture = folder.resolve("untrained.png").toString();
    printed(withoutNatives(Example03WhatAnUntrainedGeneratorDraws.class, picture), 1);
  }

  private static Process withoutNatives(Class<?> example, String argument) throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> !jar.matches(".*-(linux|macosx|windows)-[^/]*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(java, "-cp", classPath, example.getName(), argument)
        .redirectErrorStream(true)
        .start();
  }

  private static String printed(Process process, int code) throws Exception {
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isEqualTo(code);
    return printed;
  }
}
