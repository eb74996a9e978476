package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.nn.Shape;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The features of all images of a set, a part at a time: memory does not grow with the images. */
public final class FeatureExtraction {
  /** Images at once: enough for the engine to be busy. */
  private static final int MOST_AT_ONCE = 256;

  /** Pixel values at once, so that large images come in smaller parts: 32 MB of floats. */
  private static final int MOST_VALUES = 8 << 20;

  private FeatureExtraction() {}

  /** Takes the features of some images, those of the first first. */
  interface Part {
    /**
     * @param start the number of the first image
     */
    void take(int start, Features features);
  }

  /**
   * The features of all images, in their order.
   *
   * @param images of bytes, at least one
   * @param progress is told after each part
   * @throws dev.figment.UsageException if there is no image, or the extractor cannot take them
   */
  public static Features of(ImageSet images, FeatureExtractor extractor, Progress progress) {
    List<Points> vectors = new ArrayList<>();
    List<Points> logits = new ArrayList<>();
    forEachPart(
        images,
        extractor,
        progress,
        (start, part) -> {
          vectors.add(part.vectors());
          logits.add(part.logits());
        });
    return new Features(Points.joined(vectors), Points.joined(logits));
  }

  /** As {@link #of}, for who does not need all at once. */
  static void forEachPart(
      ImageSet images, FeatureExtractor extractor, Progress progress, Part each) {
    requireFit(images, extractor);
    Task task = new Task("features of " + images.name(), images.size(), "images", "numbers");
    int part = Math.max(1, Math.min(MOST_AT_ONCE, MOST_VALUES / images.shape().count()));
    for (int start = 0; start < images.size(); start += part) {
      int end = Math.min(images.size(), start + part);
      Features features;
      try (Scope scope = Scope.open()) {
        features = extractor.of(pixels(images, start, end));
      }
      each.take(start, features);
      progress.at(task, end, features.vectors().size());
    }
  }

  private static void requireFit(ImageSet images, FeatureExtractor extractor) {
    require(images.size() > 0, "%s: expected at least one image, got none", images.name());
    require(
        images.holdsBytes(),
        "%s: expected images, got vectors of %s. Features are of images only.",
        images.name(),
        images.shape());
    extractor.requireFit(images.shape());
  }

  /** (images, channels, height, width), 0 to 255. */
  private static Tensor pixels(ImageSet images, int start, int end) {
    Shape shape = images.shape();
    byte[] bytes = new byte[(end - start) * shape.count()];
    for (int i = start; i < end; i++) {
      images.copyBytes(i, bytes, (i - start) * shape.count());
    }
    return Tensor.ofBytes(bytes, end - start, shape.height(), shape.width(), shape.channels())
        .permute(0, 3, 1, 2)
        .toFloats();
  }
}
