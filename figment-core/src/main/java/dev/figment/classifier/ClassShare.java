package dev.figment.classifier;

import static dev.figment.UsageException.require;

import dev.figment.data.ImageSet;
import dev.figment.metric.Estimate;

/**
 * How often generated images show what was asked for, in the eyes of a classifier that learned from
 * real ones. Its own mistakes are in the figure; beside it, state the share of real test images. It
 * says nothing of variety: who draws only the plainest of each class does best.
 *
 * @param confusion what the images of each class were taken for
 */
public record ClassShare(Confusion confusion) {
  /**
   * Of images labeled with what was asked.
   *
   * @throws dev.figment.UsageException if they are other images than the classifier knows, or of
   *     other classes
   */
  public static ClassShare of(ImageSet asked, ImageClassifier classifier) {
    require(asked.size() > 0, "class share: expected at least one image, got none");
    return new ClassShare(classifier.confusion(asked));
  }

  /** The share of images that were taken for what was asked, in [0, 1]. */
  public Estimate share() {
    return share(confusion);
  }

  static Estimate share(Confusion confusion) {
    return Estimate.ofShare(confusion.accuracy(), confusion.images());
  }
}
