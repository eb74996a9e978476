package dev.figment.tensor;

import java.util.function.Consumer;
import org.bytedeco.pytorch.Node;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.VoidTensorHook;

/**
 * Calls back when the derivative with respect to a tensor is whole, each time that {@link
 * Gradients} come through it, before what made the tensor is differentiated. On the CPU it is the
 * thread that asked for the gradients that calls. For a profile: no number changes.
 *
 * <p>Close it after the last gradients, when the scope of the tensor has closed.
 */
public final class GradientHook implements AutoCloseable {
  private final Callback callback;

  private GradientHook(Callback callback) {
    this.callback = callback;
  }

  /**
   * @param tensor one that {@linkplain #reaches derivatives reach}
   * @param action is given the derivative, which is closed when it returns
   */
  public static GradientHook on(Tensor tensor, Consumer<Tensor> action) {
    Callback callback = new Callback(action);
    callback.retainReference();
    Engine.get("hook", () -> tensor.nativeTensor().register_hook(callback), tensor);
    return new GradientHook(callback);
  }

  /** Whether a tensor depends on something that can be differentiated by. */
  public static boolean reaches(Tensor tensor) {
    return Engine.get("reaches", () -> tensor.nativeTensor().requires_grad(), tensor);
  }

  /**
   * The same number for tensors whose derivative is one, such as a tensor and what {@link
   * Tensor#channelsLast} leaves as it is; while their scope is open.
   */
  public static long node(Tensor tensor) {
    Node made = Engine.get("node", () -> tensor.nativeTensor().grad_fn(), tensor);
    return made == null || made.isNull()
        ? tensor.nativeTensor().unsafeGetTensorImpl().address()
        : made.address();
  }

  @Override
  public void close() {
    callback.releaseReference();
  }

  private static final class Callback extends VoidTensorHook {
    private final Consumer<Tensor> action;

    Callback(Consumer<Tensor> action) {
      this.action = action;
    }

    @Override
    public void call(TensorBase gradient) {
      try (Scope scope = Scope.open()) {
        action.accept(Tensor.wrap(new org.bytedeco.pytorch.Tensor(gradient)));
      }
    }
  }
}
