package dev.figment.data.image;

import com.fasterxml.jackson.annotation.JsonValue;

/** How an image comes to a size whose aspect ratio is another than its own. */
public enum Fit {
  /** Height and width are resized each for itself, so that shapes are distorted. */
  STRETCH("stretch", Conversion.STRETCHED) {
    @Override
    Image bring(Image image, int height, int width) {
      return Resize.to(height, width, image);
    }
  },

  /** The largest part of the wanted aspect ratio is cut out of the middle, and then resized. */
  CROP("crop", Conversion.CROPPED) {
    @Override
    Image bring(Image image, int height, int width) {
      double scale = Math.min((double) image.height() / height, (double) image.width() / width);
      return Resize.to(height, width, image.middle(scaled(height, scale), scaled(width, scale)));
    }
  },

  /** All of it is resized until it fits, and lies in the middle of black. */
  PAD("pad", Conversion.PADDED) {
    @Override
    Image bring(Image image, int height, int width) {
      double scale = Math.min((double) height / image.height(), (double) width / image.width());
      Image whole = Resize.to(scaled(image.height(), scale), scaled(image.width(), scale), image);
      return whole.onBlack(height, width);
    }
  };

  private final String name;
  private final Conversion conversion;

  Fit(String name, Conversion conversion) {
    this.name = name;
    this.conversion = conversion;
  }

  /** What it does to an image of another aspect ratio. */
  Conversion conversion() {
    return conversion;
  }

  /** The image in this size, in pixels. */
  abstract Image bring(Image image, int height, int width);

  /** Rounded, and at least one pixel. */
  private static int scaled(int pixels, double scale) {
    return (int) Math.max(1, Math.round(pixels * scale));
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
