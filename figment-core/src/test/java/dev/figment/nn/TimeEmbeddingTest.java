package dev.figment.nn;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How time comes to the layer; its numbers are held to PyTorch's in {@link TorchLayersTest}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeEmbeddingTest {
  private static final TimeEmbedding LAYER = new TimeEmbedding(4, 100);
  private static final float[] TIMES = {0, 0.002f};

  private final Scope scope = Scope.open();
  private Parameters own;

  @BeforeEach
  void create() {
    own =
        Parameters.create(
            LAYER.parameters(Shape.vector(3)), RandomStream.named("init", 1), Device.CPU);
  }

  @AfterEach
  void free() {
    own.close();
    scope.close();
  }

  private static Pass told(Tensor time) {
    return Pass.inference().with(SideInput.TIME, time);
  }

  /** γ by a plain loop: t = 0.002 is 2 thousandths, and the slower wave is √100 times as long. */
  @Test
  void sines_come_before_cosines_and_waves_from_fast_to_slow() {
    float[] waves = new float[8];
    for (int example = 0; example < 2; example++) {
      for (int i = 0; i < 2; i++) {
        double angle = 1000 * TIMES[example] * Math.pow(100, -2.0 * i / 4);
        waves[4 * example + i] = (float) Math.sin(angle);
        waves[4 * example + 2 + i] = (float) Math.cos(angle);
      }
    }
    Tensor inner = Tensor.of(waves, 2, 4).linear(own.get("linear_1.weight"), null).silu();
    Tensor expected = inner.linear(own.get("linear_2.weight"), null).plus(1);
    Tensor output = LAYER.apply(Tensor.full(1, 2, 3), own, told(Tensor.of(TIMES, 2)));
    assertClose("output", output, expected.toArray());
  }

  @Test
  void times_may_stand_in_a_column() {
    Tensor x = Tensor.full(1, 2, 3);
    float[] row = LAYER.apply(x, own, told(Tensor.of(TIMES, 2))).toArray();
    assertThat(LAYER.apply(x, own, told(Tensor.of(TIMES, 2, 1))).toArray()).containsExactly(row);
  }

  @Test
  void it_says_that_it_has_to_be_told_the_time() {
    assertThat(LAYER.sideInputs()).containsExactly(SideInput.TIME);
  }

  @Test
  void where_no_time_is_told_it_says_so() {
    assertThatThrownBy(() -> LAYER.apply(Tensor.zeros(2, 3), own, Pass.inference()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "timeEmbedding: expected to be told time, got none. Only models of a process in time"
                + " tell it: leave the layer out of others.");
  }

  @Test
  void too_few_times_are_refused() {
    assertThatThrownBy(() -> LAYER.apply(Tensor.zeros(4, 3), own, told(Tensor.of(TIMES, 2))))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "timeEmbedding: expected a time for each of 4 examples, got 2 times. Tell the pass as"
                + " many as there are examples.");
  }
}
