package dev.figment.nn;

import static dev.figment.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What attention looks at; its numbers are held to PyTorch's in {@link TorchLayersTest}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SelfAttentionTest {
  private static final Layer LAYER = new SelfAttention(2);

  private final Scope scope = Scope.open();
  private Parameters own;

  @BeforeEach
  void create() {
    List<ParameterSpec> specs = LAYER.parameters(Shape.sequence(3, 4));
    own = Parameters.create(specs, RandomStream.named("init", 1), Device.CPU);
  }

  @AfterEach
  void free() {
    own.close();
    scope.close();
  }

  private static Tensor normal(String name, long... shape) {
    return Noise.normal(RandomStream.named(name, 1), shape);
  }

  private static Pass masked(Tensor mask) {
    return Pass.inference().with(SideInput.MASK, mask);
  }

  @Test
  void positions_in_another_order_come_out_in_that_order() {
    Tensor x = normal("x", 2, 3, 4);
    Tensor there = LAYER.apply(x, own, Pass.inference());
    Tensor back = LAYER.apply(x.flip(1), own, Pass.inference()).flip(1);
    assertClose("output", back, there.toArray());
  }

  @Test
  void an_image_is_a_sequence_of_its_pixels_row_by_row() {
    Tensor rows = normal("x", 2, 6, 4);
    Tensor image = rows.reshape(2, 2, 3, 4).permute(0, 3, 1, 2);
    Tensor output = LAYER.apply(image, own, Pass.inference());
    Tensor expected = LAYER.apply(rows, own, Pass.inference());
    assertClose("output", output.permute(0, 2, 3, 1), expected.toArray());
  }

  @Test
  void nobody_looks_at_a_position_that_is_masked() {
    Tensor x = normal("x", 1, 3, 4).differentiable();
    Tensor mask = Tensor.of(new float[] {1, 0, 1}, 1, 3);
    Tensor output = LAYER.apply(x, own, masked(mask));
    Tensor others = output.narrow(1, 0, 1).sum().plus(output.narrow(1, 2, 1).sum());
    Tensor slope = Gradients.of(others, List.of(x)).get(0).abs();
    assertThat(slope.narrow(1, 1, 1).sum().item()).isZero();
    assertThat(slope.narrow(1, 0, 1).sum().item()).isPositive();
  }

  @Test
  void a_mask_of_ones_changes_nothing_and_one_of_zeros_looks_at_all_alike() {
    Tensor x = normal("x", 1, 3, 4);
    float[] plain = LAYER.apply(x, own, Pass.inference()).toArray();
    assertClose("ones", LAYER.apply(x, own, masked(Tensor.full(1, 1, 3))), plain);
    float[] alike = LAYER.apply(x, own, masked(Tensor.zeros(1, 3))).toArray();
    Tensor projected = x.linear(own.get("in_proj_weight"), null);
    Tensor mean = projected.narrow(2, 8, 4).mean(new long[] {1}, true);
    Tensor expected = mean.expand(1, 3, 4).linear(own.get("out_proj.weight"), null);
    assertClose("zeros", alike, expected.toArray());
  }

  @Test
  void a_mask_of_other_positions_is_refused() {
    Tensor x = normal("x", 2, 3, 4);
    assertThatThrownBy(() -> LAYER.apply(x, own, masked(Tensor.full(1, 2, 4))))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "selfAttention: expected a mask of (2, 3), (examples, positions), got float[2, 4]. Tell"
                + " the pass one that has a number for each position here.");
  }
}
