package dev.figment.metric;

import static dev.figment.UsageException.require;

import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.tensor.Device;

/**
 * What a model is measured on.
 *
 * @param set at least one example
 * @param range that the model knows pixels in
 */
public record Examples(ImageSet set, Range range, Device device) {
  /**
   * @throws dev.figment.UsageException if there is none
   */
  public Examples {
    require(set.size() > 0, "%s: expected at least one example, got none", set.name());
  }

  public int count() {
    return set.size();
  }

  /** Those from {@code start} up to, not with, {@code end}; of the innermost open scope. */
  public Batch batch(int start, int end) {
    return Batch.of(set, range, start, end, device);
  }
}
