package dev.figment.train;

import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** Infinite and not-a-number values among many tensors. */
final class NonFiniteNumbers {
  private NonFiniteNumbers() {}

  /** The name of the first tensor that holds one. */
  static Optional<String> first(Map<String, Tensor> tensors) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      return tensors.entrySet().stream()
          .filter(each -> each.getValue().allFinite().toFloats().item() == 0)
          .map(Map.Entry::getKey)
          .findFirst();
    }
  }
}
