package dev.figment.data;

import dev.figment.tensor.Device;
import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Some examples, ready for a network.
 *
 * @param examples floats in the recipe's range: (examples, channels, height, width) for images,
 *     channels last in memory; (examples, numbers) for vectors
 * @param labels class numbers (examples), or null where the set has none
 * @param size how many examples
 */
public record Batch(Tensor examples, @Nullable Tensor labels, int size) {
  /**
   * Chosen examples of a set, as tensors of the innermost open scope.
   *
   * @param indices their numbers, in the order of the batch
   */
  public static Batch of(ImageSet set, Range range, int[] indices, Device device) {
    return ExampleBuffer.of(set, indices).toBatch(set.shape(), indices.length, range, device);
  }

  /** Examples in the order of the set, from {@code start} up to, not with, {@code end}. */
  public static Batch of(ImageSet set, Range range, int start, int end, Device device) {
    return of(set, range, java.util.stream.IntStream.range(start, end).toArray(), device);
  }
}
