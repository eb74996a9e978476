package dev.figment.tensor;

import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.jspecify.annotations.Nullable;

/**
 * The boundary to libtorch, which every operation crosses: it is loaded before the first, no
 * operand may be closed, and what it throws becomes an {@link EngineException}. An operand that is
 * null is one that was left out.
 */
final class Engine {
  static {
    Backend.load();
  }

  private Engine() {}

  /** A new tensor. */
  static Tensor call(
      String operation, Supplier<org.bytedeco.pytorch.Tensor> work, @Nullable Tensor... operands) {
    return Tensor.wrap(get(operation, work, operands));
  }

  /** Anything else. */
  static <T> T get(String operation, Supplier<T> work, @Nullable Tensor... operands) {
    requireOpen(operation, operands);
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw EngineException.of(operation, e, operands);
    }
  }

  /** The first operand, changed in place. */
  static Tensor change(String operation, Runnable work, Tensor... operands) {
    requireOpen(operation, operands);
    try {
      work.run();
      return operands[0];
    } catch (RuntimeException e) {
      throw EngineException.of(operation, e, operands);
    }
  }

  static void requireOpen(String operation, @Nullable Tensor... operands) {
    for (Tensor operand : operands) {
      if (operand != null && operand.nativeTensor().isNull()) {
        throw new IllegalStateException(operation + ": a tensor was used after its scope closed");
      }
    }
  }

  static TensorVector vector(List<Tensor> tensors) {
    return new TensorVector(
        tensors.stream().map(Tensor::nativeTensor).toArray(org.bytedeco.pytorch.Tensor[]::new));
  }

  static TensorOptional optional(@Nullable Tensor tensor) {
    return tensor == null ? new TensorOptional() : new TensorOptional(tensor.nativeTensor());
  }

  static Scalar scalar(double value) {
    return new Scalar(value);
  }

  static ScalarOptional bound(double value) {
    return new ScalarOptional(scalar(value));
  }
}
