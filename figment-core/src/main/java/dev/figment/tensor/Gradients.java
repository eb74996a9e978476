package dev.figment.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Derivatives, asked for and returned: nothing accumulates anywhere, and what is not asked for is
 * not computed.
 */
public final class Gradients {
  private Gradients() {}

  /**
   * ∂loss/∂x for each x.
   *
   * @param loss a scalar []
   * @param of leaves marked {@linkplain Tensor#differentiable differentiable}, or results
   * @return one gradient for each, of its shape; zeros where the loss does not depend on it
   */
  public static List<Tensor> of(Tensor loss, List<Tensor> of) {
    return of(loss, of, false);
  }

  /** The same, and the gradients can be differentiated again: for penalties on gradients. */
  public static List<Tensor> differentiable(Tensor loss, List<Tensor> of) {
    return of(loss, of, true);
  }

  private static List<Tensor> of(Tensor loss, List<Tensor> of, boolean again) {
    Engine.requireOpen("gradients", of.toArray(Tensor[]::new));
    return Engine.get(
        "gradients",
        () ->
            wrapped(
                torch.grad(
                    Engine.vector(List.of(loss)),
                    Engine.vector(of),
                    new TensorVector(),
                    new BoolOptional(again),
                    again,
                    true),
                of),
        loss);
  }

  private static List<Tensor> wrapped(TensorVector gradients, List<Tensor> of) {
    List<Tensor> result = new ArrayList<>(of.size());
    for (int i = 0; i < of.size(); i++) {
      org.bytedeco.pytorch.Tensor gradient = gradients.get(i);
      result.add(
          gradient.defined()
              ? Tensor.wrapPart(gradient)
              : Tensor.wrap(torch.zeros_like(of.get(i).nativeTensor())));
    }
    return result;
  }

  /** Until it is closed, this thread records no graph: for sampling, metrics and updates. */
  public static Paused pause() {
    return new Paused();
  }

  /** Always in try-with-resources: it belongs to the thread that opened it. */
  public static final class Paused implements AutoCloseable {
    private final AutoGradMode off = Engine.get("pause", () -> new AutoGradMode(false));

    private Paused() {}

    @Override
    public void close() {
      off.close();
    }
  }
}
