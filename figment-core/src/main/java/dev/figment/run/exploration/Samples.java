package dev.figment.run.exploration;

import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import dev.figment.nn.Shape;
import dev.figment.picture.ImageGrid;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Images that a model made.
 *
 * @param shape of one
 * @param pixels all of them, bytes channels last
 */
public record Samples(Shape shape, byte[] pixels) {
  static final String NO_CLASSES = "class: the model of this run knows no classes. Leave it out.";

  /** How many images. */
  public int count() {
    return pixels.length / shape.count();
  }

  /** As one picture, filled row by row; the last rows may stay empty. */
  public ImageGrid grid(int rows, int columns) {
    int kept = Math.min(count(), rows * columns);
    return ImageGrid.of(shape, Arrays.copyOf(pixels, kept * shape.count())).columns(columns);
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
        ? GrayImage.of(shape.width(), shape.height(), one)
        : ImageGrid.of(shape, one).columns(1).margin(0).scale(1).toImage();
  }
}
