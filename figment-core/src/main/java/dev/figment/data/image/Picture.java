package dev.figment.data.image;

import dev.figment.nn.Shape;

/**
 * One image in memory: bytes 0 to 255, row after row, the channels of a pixel together.
 *
 * @param channels 1 (grey) or 3 (red, green, blue)
 */
public record Picture(int height, int width, int channels, byte[] bytes) {
  public Picture {
    if (bytes.length != height * width * channels) {
      throw new AssertionError("a picture of %d bytes".formatted(bytes.length));
    }
  }

  public Shape shape() {
    return Shape.image(height, width, channels);
  }

  Picture in(Colors colors) {
    if (colors.channels() == channels) {
      return this;
    }
    return colors == Colors.GREY ? grey() : rgb();
  }

  private Picture grey() {
    byte[] grey = new byte[height * width];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = luma(bytes[3 * i] & 0xff, bytes[3 * i + 1] & 0xff, bytes[3 * i + 2] & 0xff);
    }
    return new Picture(height, width, 1, grey);
  }

  /** ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B in 16-bit fixed point, as Pillow has it. */
  private static byte luma(int red, int green, int blue) {
    return (byte) ((19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16);
  }

  private Picture rgb() {
    byte[] rgb = new byte[3 * bytes.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = bytes[i / 3];
    }
    return new Picture(height, width, 3, rgb);
  }
}
