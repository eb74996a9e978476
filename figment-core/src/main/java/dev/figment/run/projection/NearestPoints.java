package dev.figment.run.projection;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.nn.Shape;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** For each image of a set, the point of least loss that was offered. */
final class NearestPoints {
  private final ImageSet set;
  private final int size;
  private final float[] points;
  private final double[] losses;
  private final double[] residuals;
  private final double[] features;
  private final byte[] made;
  private boolean hasFeatures;

  NearestPoints(ImageSet set, int size) {
    this.set = set;
    this.size = size;
    this.points = new float[Math.multiplyExact(set.size(), size)];
    this.losses = new double[set.size()];
    this.residuals = new double[set.size()];
    this.features = new double[set.size()];
    this.made = new byte[Math.multiplyExact(set.size(), set.shape().count())];
    Arrays.fill(losses, Double.POSITIVE_INFINITY);
  }

  /** How many numbers a point has. */
  int size() {
    return size;
  }

  /**
   * Takes those points that are better than what there is.
   *
   * @param start the number of the first image
   */
  void offer(int start, Descent.End found, Range range) {
    float[] losses = found.losses().toArray();
    float[] residuals = found.residuals().toArray();
    float @Nullable [] features = numbers(found.features());
    hasFeatures = features != null;
    float[] points = found.points().toArray();
    byte[] images = range.toBytes(found.images());
    int pixels = set.shape().count();
    for (int i = 0; i < losses.length; i++) {
      int image = start + i;
      if (losses[i] < this.losses[image]) {
        this.losses[image] = losses[i];
        this.residuals[image] = residuals[i];
        this.features[image] = features == null ? 0 : features[i];
        System.arraycopy(points, i * size, this.points, image * size, size);
        System.arraycopy(images, i * pixels, made, image * pixels, pixels);
      }
    }
  }

  private static float @Nullable [] numbers(@Nullable Tensor tensor) {
    return tensor == null ? null : tensor.toArray();
  }

  /**
   * @throws UsageException if an image has no point, all losses being infinite or no numbers
   */
  Projected projected() {
    for (int i = 0; i < losses.length; i++) {
      UsageException.require(
          Double.isFinite(losses[i]),
          "projection: expected a finite loss of each image, got none of image %d. Take a lower"
              + " learning rate, or another checkpoint.",
          i);
    }
    Shape shape = set.shape();
    byte[] originals = new byte[made.length];
    for (int i = 0; i < set.size(); i++) {
      set.copyBytes(i, originals, i * shape.count());
    }
    return new Projected(
        points,
        losses,
        residuals,
        hasFeatures ? features : new double[0],
        new Reconstructions(shape, originals, made));
  }
}
