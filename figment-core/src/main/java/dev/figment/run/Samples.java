package dev.figment.run;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.format.Grey;
import dev.figment.format.Png;
import dev.figment.latent.Points;
import dev.figment.nn.Shape;
import dev.figment.picture.ImageGrid;
import dev.figment.tensor.Device;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * Images that a model made.
 *
 * @param shape of one
 * @param pixels all of them, bytes channels last
 */
public record Samples(Shape shape, byte[] pixels) {
  static final String NO_CLASSES = "--class: the model of this run knows no classes. Leave it out.";

  private static final int PART = 64;

  /**
   * A part at a time, so that memory does not grow with their number.
   *
   * @param maker of points and classes (or null) to examples
   * @param classes of the points; null where the model knows none
   */
  static Samples of(
      BinaryOperator<Tensor> maker,
      float[] z,
      int size,
      int[] classes,
      ExampleForm form,
      Device device) {
    int one = form.shape().count();
    byte[] pixels = new byte[Math.multiplyExact(z.length / size, one)];
    inParts(
        maker,
        z,
        size,
        classes,
        device,
        (start, made) -> {
          byte[] bytes = form.range().toBytes(made);
          System.arraycopy(bytes, 0, pixels, start * one, bytes.length);
        });
    return new Samples(form.shape(), pixels);
  }

  /** As {@link #of}, of a model whose examples are vectors: their numbers, as they are. */
  static Points vectors(
      BinaryOperator<Tensor> maker,
      float[] z,
      int size,
      int[] classes,
      ExampleForm form,
      Device device) {
    int one = form.shape().count();
    float[] values = new float[Math.multiplyExact(z.length / size, one)];
    inParts(
        maker,
        z,
        size,
        classes,
        device,
        (start, made) -> {
          float[] numbers = made.toArray();
          System.arraycopy(numbers, 0, values, start * one, numbers.length);
        });
    return new Points(values, one);
  }

  /** Hands over what is made of each part, with the number of its first point. */
  private static void inParts(
      BinaryOperator<Tensor> maker,
      float[] z,
      int size,
      int[] classes,
      Device device,
      BiConsumer<Integer, Tensor> taker) {
    int count = z.length / size;
    for (int start = 0; start < count; start += PART) {
      int end = Math.min(count, start + PART);
      try (Scope scope = Scope.open()) {
        float[] part = Arrays.copyOfRange(z, start * size, end * size);
        Tensor points = Tensor.of(part, end - start, size).to(device);
        taker.accept(start, maker.apply(points, classes(classes, start, end, device)));
      }
    }
  }

  private static Tensor classes(int[] classes, int start, int end, Device device) {
    if (classes == null) {
      return null;
    }
    long[] part = IntStream.range(start, end).mapToLong(i -> classes[i]).toArray();
    return Tensor.ofLongs(part, part.length).to(device);
  }

  /**
   * The classes of so many points.
   *
   * @param known how many the model knows; 0 for none
   * @param asked null for all in turn
   */
  static int[] classes(int known, int[] asked, int count) {
    if (known == 0) {
      UsageException.require(asked == null, NO_CLASSES);
      return null;
    }
    return asked == null ? IntStream.range(0, count).map(i -> i % known).toArray() : asked;
  }

  public int count() {
    return pixels.length / shape.count();
  }

  /** As one picture, filled row by row; the last rows may stay empty. */
  public ImageGrid grid(int rows, int columns) {
    int shown = Math.min(count(), rows * columns);
    return ImageGrid.of(shape, Arrays.copyOf(pixels, shown * shape.count())).columns(columns);
  }

  /** As one file each: {@code 0000.png} and so on, with as many channels as the model makes. */
  public void writeEach(Path folder) {
    for (int i = 0; i < count(); i++) {
      byte[] one = Arrays.copyOfRange(pixels, i * shape.count(), (i + 1) * shape.count());
      Png.write(picture(one), folder.resolve("%04d.png".formatted(i)));
    }
  }

  private BufferedImage picture(byte[] one) {
    return shape.channels() == 1
        ? Grey.of(shape.width(), shape.height(), one)
        : ImageGrid.of(shape, one).columns(1).margin(0).scale(1).toImage();
  }
}
