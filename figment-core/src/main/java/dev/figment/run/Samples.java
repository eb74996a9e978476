package dev.figment.run;

import dev.figment.data.Range;
import dev.figment.model.Sampler;
import dev.figment.nn.Shape;
import dev.figment.picture.ImageGrid;
import dev.figment.tensor.Device;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Images that a model made.
 *
 * @param shape of one
 * @param pixels all of them, bytes channels last
 */
public record Samples(Shape shape, byte[] pixels) {
  private static final int PART = 64;

  /** A part at a time, so that memory does not grow with their number. */
  static Samples of(Sampler sampler, float[] z, Shape shape, Range range, Device device) {
    int size = sampler.latentSize();
    int count = z.length / size;
    byte[] pixels = new byte[Math.multiplyExact(count, shape.count())];
    for (int start = 0; start < count; start += PART) {
      int part = Math.min(PART, count - start);
      float[] points = Arrays.copyOfRange(z, start * size, (start + part) * size);
      byte[] made = make(sampler, points, part, range, device);
      System.arraycopy(made, 0, pixels, start * shape.count(), made.length);
    }
    return new Samples(shape, pixels);
  }

  private static byte[] make(
      Sampler sampler, float[] points, int count, Range range, Device device) {
    try (Scope scope = Scope.open()) {
      Tensor z = Tensor.of(points, count, sampler.latentSize()).to(device);
      return range.toBytes(sampler.sample(z));
    }
  }

  public int count() {
    return pixels.length / shape.count();
  }

  /** As one picture, filled row by row; the last rows may stay empty. */
  public ImageGrid grid(int rows, int columns) {
    int shown = Math.min(count(), rows * columns);
    return ImageGrid.of(shape, Arrays.copyOf(pixels, shown * shape.count())).columns(columns);
  }

  /** As one file each: {@code 0000.png} and so on. */
  public void writeEach(Path folder) {
    for (int i = 0; i < count(); i++) {
      byte[] one = Arrays.copyOfRange(pixels, i * shape.count(), (i + 1) * shape.count());
      ImageGrid.of(shape, one)
          .columns(1)
          .margin(0)
          .scale(1)
          .writePng(folder.resolve("%04d.png".formatted(i)));
    }
  }
}
