package dev.figment.run.report;

import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import dev.figment.nn.Shape;
import dev.figment.picture.ImageGrid;
import dev.figment.run.exploration.Samples;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Images that stand beside each other and go on in the next line where there is no more room, each
 * pixel a square.
 */
final class Tiles {
  /** About how high and wide one is on the screen. */
  private static final int SIDE = 56;

  private Tiles() {}

  /** All of them as one picture to who does not see it. */
  static Html of(Samples images, String alt) {
    List<Html> tiles =
        IntStream.range(0, images.count()).mapToObj(i -> one(images, i, "")).toList();
    return Html.of("div", tiles).with("class", "tiles").with("role", "img").with("aria-label", alt);
  }

  /**
   * One of them.
   *
   * @param alt empty where something around it says what it shows
   */
  static Html one(Samples images, int index, String alt) {
    Shape shape = images.shape();
    int zoom = Math.max(1, Math.round((float) SIDE / Math.max(shape.height(), shape.width())));
    return Pixels.image(
        Png.bytes(picture(images, index)), shape.width() * zoom, shape.height() * zoom, alt);
  }

  private static BufferedImage picture(Samples images, int index) {
    Shape shape = images.shape();
    int size = shape.count();
    byte[] one = Arrays.copyOfRange(images.pixels(), index * size, (index + 1) * size);
    return shape.channels() == 1
        ? GrayImage.of(shape.width(), shape.height(), one)
        : ImageGrid.of(shape, one).columns(1).margin(0).scale(1).toImage();
  }
}
