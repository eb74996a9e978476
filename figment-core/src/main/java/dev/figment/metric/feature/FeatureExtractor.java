package dev.figment.metric.feature;

import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;

/**
 * A network that says of images what is to be compared of them. Distances of features are those of
 * their extractor alone: what two extractors say is never compared.
 */
public interface FeatureExtractor extends AutoCloseable {
  /** What kind it is, for the protocol of a result: {@code classifier}, {@code inception}. */
  String kind();

  /** What tells it from all others of its kind: a hash of its weights. */
  String hash();

  /** Whether it is the Inception network by which FID, KID and IS are defined. */
  boolean isInception();

  /**
   * Refuses images that it cannot take.
   *
   * @param image the shape of one
   * @throws dev.figment.UsageException saying what it takes
   */
  void requireFit(Shape image);

  /**
   * The features of images. Nothing is drawn: the same images have the same.
   *
   * @param pixels (images, channels, height, width), 0 to 255, not rounded; of the scope that is
   *     open, on the CPU
   */
  Features of(Tensor pixels);

  @Override
  void close();
}
