package dev.figment.loss;

import dev.figment.tensor.Gradients;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** How a discriminator's output changes with its input: where penalties on gradients look. */
public final class InputGradient {
  private InputGradient() {}

  /** ∇D(x) at each example, of its shape; can be differentiated again. */
  public static Tensor at(UnaryOperator<Tensor> discriminator, Tensor examples) {
    Tensor x = examples.detached().differentiable();
    return Gradients.differentiable(discriminator.apply(x).sum(), List.of(x)).get(0);
  }

  /** ‖∇D(x)‖₂ of each example, over all of its values (examples). */
  public static Tensor lengths(UnaryOperator<Tensor> discriminator, Tensor examples) {
    return at(discriminator, examples).norm(axesOf(examples), false);
  }

  /** All axes but the batch's. */
  private static long[] axesOf(Tensor examples) {
    return LongStream.range(1, examples.rank()).toArray();
  }
}
