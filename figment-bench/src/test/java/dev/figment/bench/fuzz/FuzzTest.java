package dev.figment.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The million cases of {@code figment-bench/fuzz}, the first of each format. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzTest {
  /**
   * Processors are shared here: time is for the command to judge. Bytes count whether or not they
   * were given back: twice of what may be held.
   */
  private static final Limits HEAP_ALONE =
      new Limits(Double.POSITIVE_INFINITY, 2 * Limits.PROMISED.bytes());

  @TempDir private Path folder;

  static List<String> formats() {
    return Formats.names();
  }

  private Outcome run(Format format, Limits limits, long cases) {
    return new Campaign(format, 1, limits, folder, number -> {}).run(1, cases + 1);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatever_is_done_to_a_file_it_is_read_or_refused(String name) {
    Outcome outcome = run(Formats.named(name), HEAP_ALONE, 1000);
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.refused()).as("refused of 1,000").isBetween(100L, 999L);
  }

  @Test
  void a_case_is_the_same_each_time_and_another_by_another_seed() {
    Format format = Formats.named("npy");
    assertThat(format.bytes(1, 7)).isEqualTo(format.bytes(1, 7)).isNotEqualTo(format.bytes(2, 7));
  }

  private static Format faulty(Format.Reader reader) {
    return new Format(
        "faulty", ".bin", List.of(new byte[16]), Mutation::of, reader, IOException.class);
  }

  @Test
  void an_exception_of_another_type_is_a_fault_and_its_file_is_kept() throws IOException {
    int[] calls = {0};
    Outcome outcome =
        run(
            faulty(
                file -> {
                  if (++calls[0] > 2) {
                    throw new IllegalStateException();
                  }
                }),
            HEAP_ALONE,
            4);
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what())
                  .startsWith("java.lang.IllegalStateException at FuzzTest.java:");
              assertThat(finding.first()).isEqualTo(2);
              assertThat(finding.count()).isEqualTo(3);
            });
    assertThat(folder.resolve("faulty-2.bin")).exists();
  }

  @Test
  void too_much_memory_is_a_fault() {
    byte[][] held = new byte[1][];
    Outcome outcome = run(faulty(file -> held[0] = new byte[129 << 20]), HEAP_ALONE, 1);
    assertThat(outcome.findings())
        .singleElement()
        .extracting(Finding::what)
        .isEqualTo("more than 128 MB of heap");
  }
}
