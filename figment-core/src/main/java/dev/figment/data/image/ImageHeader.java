package dev.figment.data.image;

/**
 * What an image file declares of itself, before a pixel is decoded.
 *
 * @param width as it is stored, before it is turned
 * @param bits of each channel
 * @param channels that a pixel has, alpha counted; 4 of a JPEG are CMYK
 * @param scans passes over the pixels, of a progressive JPEG more than 1
 * @param orientation as EXIF has it, 1 to 8; 1 where it says nothing
 * @param animated whether there is more than one frame
 */
record ImageHeader(
    ImageFormat format,
    int width,
    int height,
    int bits,
    int channels,
    int scans,
    int orientation,
    boolean animated) {
  /** Whether it is a PNG of gray, which Java shows as a palette where a pixel has few bits. */
  boolean isGrayPng() {
    return format == ImageFormat.PNG && channels <= 2;
  }

  boolean isCmyk() {
    return format == ImageFormat.JPEG && channels == 4;
  }
}
