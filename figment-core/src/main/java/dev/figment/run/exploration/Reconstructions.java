package dev.figment.run.exploration;

import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.Codec;
import dev.figment.nn.Shape;
import dev.figment.picture.ImageGrid;
import dev.figment.tensor.Device;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Images, and what a model makes of the points that it describes them by.
 *
 * @param shape of one image
 * @param originals all of them, bytes channels last
 * @param reconstructions the same number of bytes
 */
public record Reconstructions(Shape shape, byte[] originals, byte[] reconstructions) {
  private static final int CHUNK = 64;

  /** A chunk at a time, so that memory does not grow with their number. */
  public static Reconstructions of(Codec codec, ImageSet set, Range range, Device device) {
    int size = set.shape().count();
    byte[] originals = new byte[Math.multiplyExact(set.size(), size)];
    byte[] reconstructions = new byte[originals.length];
    for (int start = 0; start < set.size(); start += CHUNK) {
      int end = Math.min(set.size(), start + CHUNK);
      for (int i = start; i < end; i++) {
        set.copyBytes(i, originals, i * size);
      }
      byte[] chunk = reconstruct(codec, set, start, end, range, device);
      System.arraycopy(chunk, 0, reconstructions, start * size, chunk.length);
    }
    return new Reconstructions(set.shape(), originals, reconstructions);
  }

  private static byte[] reconstruct(
      Codec codec, ImageSet set, int start, int end, Range range, Device device) {
    try (Scope scope = Scope.open()) {
      Batch batch = Batch.of(set, range, start, end, device);
      Tensor classes = codec.classes() > 0 ? batch.labels() : null;
      Tensor z = codec.encode(batch.examples(), classes);
      return range.toBytes(codec.decode(z, classes));
    }
  }

  /** How many images. */
  public int count() {
    return originals.length / shape.count();
  }

  /** Some of them, in this order. */
  public Reconstructions only(int... images) {
    int size = shape.count();
    byte[] before = new byte[images.length * size];
    byte[] after = new byte[before.length];
    for (int i = 0; i < images.length; i++) {
      System.arraycopy(originals, images[i] * size, before, i * size, size);
      System.arraycopy(reconstructions, images[i] * size, after, i * size, size);
    }
    return new Reconstructions(shape, before, after);
  }

  /** (original − reconstruction)², averaged over the pixels of one image, pixels from 0 to 1. */
  public double meanSquaredError(int image) {
    double sum = 0;
    for (int i = image * shape.count(); i < (image + 1) * shape.count(); i++) {
      double difference = ((originals[i] & 0xff) - (reconstructions[i] & 0xff)) / 255.0;
      sum += difference * difference;
    }
    return sum / shape.count();
  }

  /** The mean of {@link #meanSquaredError(int)} over all images. */
  public double meanSquaredError() {
    return IntStream.range(0, count()).mapToDouble(this::meanSquaredError).average().orElseThrow();
  }

  /** A row of originals, below it what was made of each, and so on. */
  public ImageGrid grid(int columns) {
    int rows = (count() + columns - 1) / columns;
    int row = columns * shape.count();
    byte[] both = new byte[Math.multiplyExact(2 * rows, row)];
    Arrays.fill(both, (byte) 255);
    for (int i = 0; i < rows; i++) {
      int length = Math.min(row, originals.length - i * row);
      System.arraycopy(originals, i * row, both, 2 * i * row, length);
      System.arraycopy(reconstructions, i * row, both, (2 * i + 1) * row, length);
    }
    return ImageGrid.of(shape, both).columns(columns);
  }
}
