package dev.figment.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.Validated;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EstimateTest {
  private static final Validated DIFFERENCES =
      (batch, stream) ->
          Map.of(
              "zero",
              Tensor.zeros(batch.size()),
              "value",
              batch.examples().reshape(batch.size()),
              "drawn",
              Tensor.full(stream.nextDouble(), batch.size()));

  private static Examples numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    ImageSet set =
        ImageSet.ofFloats("numbers", Shape.vector(1), List.of(), new int[count], numbers);
    return new Examples(set, Range.ZERO_TO_ONE, Device.CPU);
  }

  @Test
  void the_standard_error_is_the_deviation_over_the_root_of_the_count() {
    Estimate estimate = Estimate.of(new double[] {1, 2, 3, 4});
    assertThat(estimate.mean()).isEqualTo(2.5);
    assertThat(estimate.standardError()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-15));
    assertThat(estimate.examples()).isEqualTo(4);
    assertThat(Estimate.of(new double[] {7}).standardError()).isNaN();
  }

  @Test
  void bits_per_dimension_are_nats_shared_out() {
    Estimate bits = BitsPerDimension.of(new Estimate(784 * Math.log(2) * 0.2, 8, 10), 784);
    assertThat(bits.mean()).isCloseTo(0.2, within(1e-15));
    assertThat(bits.standardError()).isCloseTo(8 / (784 * Math.log(2)), within(1e-15));
  }

  @Test
  void the_other_sign_keeps_the_error() {
    assertThat(new Estimate(3, 0.5, 9).times(-2)).isEqualTo(new Estimate(-6, 1, 9));
  }

  @Test
  void scores_come_for_each_example_in_order_whatever_the_parts() {
    ExampleScores scores = ExampleScores.of(DIFFERENCES, numbers(450), 1, Progress.NONE);
    assertThat(scores.values().get("value"))
        .isEqualTo(IntStream.range(0, 450).asDoubleStream().toArray());
    assertThat(scores.estimate("value").mean()).isCloseTo(224.5, within(1e-12));
    assertThat(ExampleScores.names(DIFFERENCES, numbers(1)))
        .containsExactlyInAnyOrder("drawn", "value", "zero");
  }

  @Test
  void the_same_seed_gives_the_same_scores_and_those_of_validation() {
    Map<String, double[]> once =
        ExampleScores.of(DIFFERENCES, numbers(450), 4, Progress.NONE).values();
    Map<String, double[]> again =
        ExampleScores.of(DIFFERENCES, numbers(450), 4, Progress.NONE).values();
    assertThat(again.get("drawn")).isEqualTo(once.get("drawn"));
    Validation validation =
        Validation.of(DIFFERENCES, numbers(450).set(), Range.ZERO_TO_ONE, Device.CPU, 4);
    assertThat(validation.examples()).isEqualTo(450);
    assertThat(validation.means())
        .containsEntry("drawn", Estimate.of(once.get("drawn")).mean())
        .containsEntry("zero", 0.0);
  }

  @Test
  void progress_is_told_after_each_part() {
    List<String> told = new ArrayList<>();
    ExampleScores.of(
        (batch, stream) -> Map.of("value", batch.examples().reshape(batch.size())),
        numbers(250),
        1,
        (task, done, mean) -> told.add(task.name() + " " + done + "/" + task.most() + " " + mean));
    assertThat(told).containsExactly("value 200/250 99.5", "value 250/250 124.5");
  }

  @Test
  void a_percentile_counts_those_below_and_half_of_the_equal_ones() {
    double[] others = {1, 2, 2, 5};
    assertThat(Percentile.of(0, others)).isZero();
    assertThat(Percentile.of(2, others)).isEqualTo(50);
    assertThat(Percentile.of(3, others)).isEqualTo(75);
    assertThat(Percentile.of(9, others)).isEqualTo(100);
  }

  @Test
  void no_examples_are_refused() {
    assertThatThrownBy(() -> numbers(0))
        .isInstanceOf(UsageException.class)
        .hasMessage("numbers: expected at least one example, got none");
  }
}
