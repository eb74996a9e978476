package dev.figment.run.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.run.folder.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccuraciesTest {
  @TempDir Path folder;

  private Accuracies of(String... lines) throws IOException {
    Files.write(folder.resolve("metrics.jsonl"), List.of(lines));
    return Accuracies.of(new RunFolder(folder));
  }

  private Accuracies three() throws IOException {
    return of(
        "{'step':1,'examples':1000,'mse':0.1}".replace('\'', '"'),
        line(2, "'seed1/accuracy/frozen':0.5,'seed1/accuracy/scratch':0.1"),
        line(
            3,
            "'accuracy/frozen':0.7,'seed1/accuracy/frozen':0.8,'seed2/accuracy/frozen':0.6,"
                + "'seed10/accuracy/frozen':0.7,'seed1/accuracy/scratch':0.2"),
        line(4, "'seed1/accuracy/fineTuned':0.925,'seed1/accuracy/scratch':0.25"),
        "{'step':4,'examples':10,'seed1/accuracy/scratch':0.9}".replace('\'', '"'));
  }

  private static String line(int step, String measured) {
    return "{'step':%d,'validation':'test','examples':1000,%s}"
        .formatted(step, measured)
        .replace('\'', '"');
  }

  @Test
  void what_was_measured_last_of_each_kind_counts_in_the_order_of_seeds() throws IOException {
    assertThat(three().bySeed().get("frozen")).containsExactly(0.8, 0.6, 0.7);
    assertThat(three().bySeed().get("scratch")).containsExactly(0.25);
    assertThat(three().bySeed().keySet()).containsExactly("frozen", "fineTuned", "scratch");
  }

  /** Squares of 0.1, 0.1 and 0, over 2. */
  @Test
  void mean_and_standard_deviation_are_over_seeds() throws IOException {
    assertThat(three().mean("frozen")).isCloseTo(0.7, within(1e-12));
    assertThat(three().deviation("frozen")).isCloseTo(0.1, within(1e-12));
    assertThat(three().deviation("scratch")).isNaN();
  }

  @Test
  void the_table_is_in_percent() throws IOException {
    assertThat(three().toString())
        .isEqualToNormalizingNewlines(
            """
            accuracy in percent, on 1,000 examples not learned from
                        mean ± sd       seed 1  seed 2  seed 3
            frozen      70.00 ± 10.00    80.00   60.00   70.00
            fineTuned   92.50            92.50
            scratch     25.00            25.00
            """);
  }

  @Test
  void a_run_without_classifiers_has_none() throws IOException {
    assertThat(of("{\"step\":1,\"accuracy/real\":0.5}").isEmpty()).isTrue();
    Files.delete(folder.resolve("metrics.jsonl"));
    assertThat(Accuracies.of(new RunFolder(folder)).isEmpty()).isTrue();
  }
}
