package dev.figment.run.exploration;

import dev.figment.DiskException;
import dev.figment.UsageException;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import dev.figment.nn.Shape;
import dev.figment.picture.ImageGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

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

  /**
   * As one file each: {@code 0000.png} and so on, with as many digits as the last number has, and
   * as many channels as the model makes.
   *
   * @throws UsageException if there are files in the folder
   * @throws DiskException if a file cannot be written
   */
  public void writeEach(Path folder) {
    try (SampleFiles files = new SampleFiles(folder, count())) {
      files.add(this, 0);
    }
  }

  /**
   * Refuses a folder in which files of other kinds, or of an earlier sampling, would lie among the
   * new ones. Hidden files may.
   *
   * @throws UsageException if there are files in the folder
   */
  public static void requireEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      UsageException.require(
          inside.allMatch(each -> each.getFileName().toString().startsWith(".")),
          "out: expected a new folder or an empty one, got %s, which holds files. Name another"
              + " one.",
          folder);
    } catch (IOException e) {
      throw new DiskException(folder, "listing", e);
    }
  }

  /** One of them as the bytes of a PNG file. */
  byte[] png(int index) {
    byte[] one = Arrays.copyOfRange(pixels, index * shape.count(), (index + 1) * shape.count());
    return Png.bytes(
        shape.channels() == 1
            ? GrayImage.of(shape.width(), shape.height(), one)
            : ImageGrid.of(shape, one).columns(1).margin(0).scale(1).toImage());
  }
}
