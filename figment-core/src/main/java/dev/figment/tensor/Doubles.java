package dev.figment.tensor;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Tensors of float64, for sums over many examples and for what divides by small differences. All
 * operations of {@link Tensor} take them; two operands of one operation must both be of float64.
 */
public final class Doubles {
  private Doubles() {}

  /** Values in row-major order. */
  public static Tensor of(double[] values, long... shape) {
    Tensor tensor = empty(shape);
    if (values.length != tensor.count()) {
      throw new IllegalArgumentException(values.length + " values do not fill " + tensor);
    }
    new DoublePointer(tensor.nativeTensor().data_ptr_double()).put(values);
    return tensor;
  }

  /** The same values as float64. */
  public static Tensor of(Tensor x) {
    return Engine.call("doubles", () -> x.nativeTensor().to(ScalarType.Double), x);
  }

  public static Tensor zeros(long... shape) {
    return empty(shape).fill(0);
  }

  private static Tensor empty(long... shape) {
    return Engine.call(
        "empty " + Arrays.toString(shape),
        () -> torch.empty(shape, new TensorOptions(ScalarType.Double), null));
  }

  /** All values in row-major order, copied out. */
  public static double[] toArray(Tensor x) {
    Engine.requireOpen("toArray", x);
    try (Scope scope = Scope.open()) {
      org.bytedeco.pytorch.Tensor flat = of(x.to(Device.CPU)).nativeTensor().detach().contiguous();
      double[] values = new double[Math.toIntExact(x.count())];
      new DoublePointer(flat.data_ptr_double()).get(values);
      return values;
    }
  }
}
