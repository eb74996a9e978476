package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.data.Range;
import dev.figment.nn.Shape;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;

/**
 * How bright the values of images are drawn.
 *
 * @param isDark whether gray images are reversed, 255 − v: dark strokes on white paper, as the maps
 *     {@code binary} and {@code gray_r} of matplotlib draw them
 * @param isStretched whether the lowest value of each image becomes black and its highest white, as
 *     matplotlib does where no limits are given; an image of one value becomes black
 */
public record Tone(boolean isDark, boolean isStretched) {
  /** Values as they are. */
  public static final Tone PLAIN = new Tone(false, false);

  /**
   * The bytes of images in this tone, channels last.
   *
   * @param shape of one image
   * @param pixels all of them, 0 to 255, channels last
   * @throws dev.figment.UsageException if images of more than one channel are to be dark
   */
  public byte[] of(Shape shape, byte[] pixels) {
    requireGray(shape);
    byte[] toned = pixels.clone();
    if (isStretched) {
      float[] values = new float[pixels.length];
      for (int i = 0; i < pixels.length; i++) {
        values[i] = pixels[i] & 0xff;
      }
      toned = stretched(values, shape.count());
    }
    return inked(toned);
  }

  /**
   * The same of images that a network made. Values beyond the range are stretched too, where {@link
   * Range#toBytes} clips them.
   *
   * @param images (examples, channels, height, width)
   */
  public byte[] of(Tensor images, Range range) {
    if (isDark) {
      requireGray(Shape.image((int) images.size(2), (int) images.size(3), (int) images.size(1)));
    }
    if (!isStretched) {
      return inked(range.toBytes(images));
    }
    try (Scope scope = Scope.open()) {
      float[] values = range.toPixels(images).permute(0, 2, 3, 1).toArray();
      return inked(stretched(values, Math.toIntExact(images.count() / images.size(0))));
    }
  }

  private void requireGray(Shape shape) {
    require(
        !isDark || shape.channels() == 1,
        "ink: dark is for gray images, these are of %s. Leave it out.",
        shape);
  }

  private static byte[] stretched(float[] values, int size) {
    byte[] bytes = new byte[values.length];
    for (int start = 0; start < values.length; start += size) {
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (int i = start; i < start + size; i++) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
      float factor = high > low ? 255 / (high - low) : 0;
      for (int i = start; i < start + size; i++) {
        bytes[i] = (byte) Math.round((values[i] - low) * factor);
      }
    }
    return bytes;
  }

  private byte[] inked(byte[] pixels) {
    for (int i = 0; isDark && i < pixels.length; i++) {
      pixels[i] = (byte) (255 - (pixels[i] & 0xff));
    }
    return pixels;
  }
}
