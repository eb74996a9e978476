package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.List;

/** Says of images of two channels what their pixels are; and counts. */
final class PixelExtractor implements FeatureExtractor {
  private final String hash;
  boolean hasLogits = true;
  int images;
  int parts;

  PixelExtractor(String hash) {
    this.hash = hash;
  }

  /** Image i is of bytes i, i + 1 and so on. */
  static ImageSet set(String name, int count, Shape shape) {
    byte[] bytes = new byte[count * shape.count()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i / shape.count() + i % shape.count());
    }
    return ImageSet.ofBytes(name, shape, List.of(), new int[count], bytes);
  }

  @Override
  public String kind() {
    return "pixels";
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public boolean isInception() {
    return false;
  }

  @Override
  public void requireFit(Shape image) {
    require(image.channels() == 2, "pixels: expected images of 2 channels, got %s", image);
  }

  @Override
  public Features of(Tensor pixels) {
    images += (int) pixels.size(0);
    parts++;
    Points vectors = Points.of(pixels);
    return new Features(
        vectors,
        hasLogits ? Points.of(pixels.narrow(3, 0, 1).times(10)) : new Points(new float[0], 2));
  }

  @Override
  public void close() {}
}
