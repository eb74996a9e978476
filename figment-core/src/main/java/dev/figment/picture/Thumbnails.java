package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.format.Rgb;
import dev.figment.nn.Shape;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Images by their number, made small enough to stand among many others.
 *
 * @param shape of all, with 1 or 3 channels
 * @param pixels of one: rows from the top, channels last, 0 to 255
 */
record Thumbnails(Shape shape, IntFunction<byte[]> pixels) {
  /** Pixels of the longer side, at most. */
  private static final int MOST = 64;

  Thumbnails {
    require(
        shape.isImage() && (shape.channels() == 1 || shape.channels() == 3),
        "latent map: expected images of 1 or 3 channels, got %s",
        shape);
  }

  static Thumbnails of(Shape shape, byte[] all) {
    int size = shape.count();
    return new Thumbnails(shape, i -> Arrays.copyOfRange(all, i * size, (i + 1) * size));
  }

  /** Whether these are gray, and dark on the whole. */
  boolean areDark(List<Integer> numbers) {
    long sum = 0;
    for (int number : numbers) {
      for (byte level : pixels.apply(number)) {
        sum += level & 0xff;
      }
    }
    return shape.channels() == 1 && sum < 128L * numbers.size() * shape.count();
  }

  /**
   * The image itself, or if it is large, the means of the squares that bring it below.
   *
   * @param asInk light as dark and dark as light; for gray images
   */
  BufferedImage image(int number, boolean asInk) {
    byte[] image = pixels.apply(number);
    int square = (Math.max(shape.height(), shape.width()) + MOST - 1) / MOST;
    int height = Math.max(1, shape.height() / square);
    int width = Math.max(1, shape.width() / square);
    BufferedImage small = Rgb.blank(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int color = color(image, y * square, x * square, square);
        small.setRGB(x, y, asInk ? 0xffffff - color : color);
      }
    }
    return small;
  }

  private int color(byte[] image, int top, int left, int square) {
    int red = mean(image, top, left, square, 0);
    return shape.channels() == 1
        ? Rgb.gray(red)
        : red << 16 | mean(image, top, left, square, 1) << 8 | mean(image, top, left, square, 2);
  }

  private int mean(byte[] image, int top, int left, int square, int channel) {
    int bottom = Math.min(shape.height(), top + square);
    int right = Math.min(shape.width(), left + square);
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += image[(y * shape.width() + x) * shape.channels() + channel] & 0xff;
      }
    }
    int cells = (bottom - top) * (right - left);
    return (sum + cells / 2) / cells;
  }
}
