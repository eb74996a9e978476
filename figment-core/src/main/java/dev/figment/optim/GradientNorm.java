package dev.figment.optim;

import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** How long a gradient is before anything is clipped: what grows first where a training fails. */
public final class GradientNorm {
  private GradientNorm() {}

  /**
   * ‖g‖₂ over all values of all parameters' gradients. No wait for the device.
   *
   * @return a scalar []
   */
  public static Tensor of(List<Tensor> gradients) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      List<Tensor> lengths = new ArrayList<>(gradients.size());
      for (Tensor gradient : gradients) {
        long[] all = LongStream.range(0, gradient.rank()).toArray();
        lengths.add(gradient.norm(all, false).reshape(1));
      }
      return scope.keep(Tensor.concatenate(0, lengths).norm(new long[] {0}, false));
    }
  }
}
