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

  /** What lies in the middle, so high and so wide, and no larger than the image. */
  Image middle(int height, int width) {
    byte[] part = new byte[height * width * channels];
    int top = (this.height - height) / 2;
    int left = (this.width - width) / 2;
    for (int y = 0; y < height; y++) {
      int from = ((top + y) * this.width + left) * channels;
      System.arraycopy(bytes, from, part, y * width * channels, width * channels);
    }
    return new Image(height, width, channels, part);
  }

  /** In the middle of a black image that is no smaller. */
  Image onBlack(int height, int width) {
    byte[] whole = new byte[height * width * channels];
    int top = (height - this.height) / 2;
    int left = (width - this.width) / 2;
    for (int y = 0; y < this.height; y++) {
      int to = ((top + y) * width + left) * channels;
      System.arraycopy(bytes, y * this.width * channels, whole, to, this.width * channels);
    }
    return new Image(height, width, channels, whole);
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
