package dev.figment.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessorTest {
  @TempDir Path folder;

  private Path told(String text) throws IOException {
    return Files.writeString(folder.resolve("cpuinfo"), text);
  }

  @Test
  void its_flags_are_those_of_the_first_of_its_cores() throws IOException {
    Path file =
        told("processor\t: 0\nflags\t\t: fpu avx2 amx_bf16\n\nprocessor\t: 1\nflags\t\t: x");
    assertThat(Processor.flags(file)).containsExactlyInAnyOrder("fpu", "avx2", "amx_bf16");
  }

  @Test
  void where_none_are_told_there_are_none() throws IOException {
    assertThat(Processor.flags(told("processor\t: 0\nFeatures\t: fp asimd\n"))).isEmpty();
    assertThat(Processor.flags(folder.resolve("missing"))).isEmpty();
  }
}
