package dev.figment.run.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.figment.metric.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleResultsTest {
  private static final String VALIDATION =
      """
      {"step":100,"epoch":1.0,"kimg":6.4,"validation":"test","examples":100,"mse":0.5}
      """;
  private static final String RAW =
      """
      {"step":100,"epoch":1.0,"kimg":6.4,"samples":"train","swd500":12.5,"fd500-features":8.25,\
      "standardErrors":{"fd500-features":0.5},\
      "protocol":{"generated":500,"weights":"raw","truncation":null,"prior":{"normal":1}}}
      """;
  private static final String EMA =
      """
      {"step":200,"epoch":2.0,"kimg":12.8,"samples":"train","swd500":11.5,\
      "protocol":{"generated":500,"weights":"ema","truncation":null,"prior":{"normal":1},"seed":3}}
      """;

  @TempDir Path folder;

  @Test
  void a_run_without_metrics_has_no_results() {
    assertEquals(List.of(), results().all());
    assertEquals(List.of(), results().metrics());
  }

  @Test
  void a_line_of_samples_is_a_result_and_other_lines_are_not() throws IOException {
    write(VALIDATION, RAW);
    SampleResult result =
        new SampleResult(
            100,
            1.0,
            6.4,
            "train",
            Map.of("swd500", 12.5, "fd500-features", 8.25),
            Map.of("fd500-features", 0.5),
            Map.of(
                "generated", "500", "weights", "raw", "truncation", "null", "prior.normal", "1"));
    assertEquals(List.of(result), results().all());
  }

  @Test
  void metrics_keep_the_order_in_which_they_were_first_measured() throws IOException {
    write(EMA, RAW);
    assertEquals(List.of("swd500", "fd500-features"), results().metrics());
  }

  @Test
  void results_of_one_metric_are_those_that_have_it() throws IOException {
    write(RAW, EMA);
    assertEquals(
        List.of(100L), results().of("fd500-features").stream().map(SampleResult::step).toList());
    assertEquals(
        List.of(100L, 200L), results().of("swd500").stream().map(SampleResult::step).toList());
  }

  @Test
  void a_value_comes_with_its_standard_error() throws IOException {
    write(RAW);
    SampleResult result = results().all().get(0);
    assertEquals(new Estimate(8.25, 0.5, 500), result.estimate("fd500-features"));
    assertTrue(Double.isNaN(result.estimate("swd500").standardError()));
    assertNull(result.estimate("kd500-features"));
  }

  private SampleResults results() {
    return new SampleResults(new RunFolder(folder));
  }

  private void write(String... lines) throws IOException {
    Files.writeString(folder.resolve("metrics.jsonl"), String.join("", lines));
  }
}
