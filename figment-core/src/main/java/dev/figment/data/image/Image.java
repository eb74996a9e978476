package dev.figment.data.image;

import dev.figment.nn.Shape;

/**
 * One image in memory: bytes 0 to 255, row after row, the channels of a pixel together.
 *
 * @param channels 1 (gray) or 3 (red, green, blue)
 */
public record Image(int height, int width, int channels, byte[] bytes) {
  /** Takes the bytes over: they must not change afterwards. */
  public Image {
    if (bytes.length != height * width * channels) {
      throw new AssertionError("an image of %d bytes".formatted(bytes.length));
    }
  }

  /** Height, width and channels. */
  public Shape shape() {
    return Shape.image(height, width, channels);
  }

  /** In other colors: gray by its luma, or three equal channels. */
  Image in(Colors colors) {
    if (colors.channels() == channels) {
      return this;
    }
    return colors == Colors.GRAY ? gray() : rgb();
  }

  private Image gray() {
    byte[] gray = new byte[height * width];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = luma(bytes[3 * i] & 0xff, bytes[3 * i + 1] & 0xff, bytes[3 * i + 2] & 0xff);
    }
    return new Image(height, width, 1, gray);
  }

  /** ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B in 16-bit fixed point, as Pillow has it. */
  private static byte luma(int red, int green, int blue) {
    return (byte) ((19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16);
  }

  private Image rgb() {
    byte[] rgb = new byte[3 * bytes.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = bytes[i / 3];
    }
    return new Image(height, width, 3, rgb);
  }
}
