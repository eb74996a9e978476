package dev.figment.run.quality;

import dev.figment.DataException;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.DataSplits;
import org.jspecify.annotations.Nullable;

/**
 * What generated images are compared with.
 *
 * @param data what the model learned from is the reference
 */
public record RealImages(DataSplits data) {
  /** All that the model learned from. */
  ImageSet training() {
    return data.training();
  }

  /** What was not learned from; null where there is none. */
  @Nullable ImageSet test() {
    try {
      return data.of(Split.TEST);
    } catch (DataException e) {
      return null;
    }
  }
}
