package dev.figment.data.image;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can happen to an image on its way in that changes more than its size. Counted, and said. */
public enum Conversion {
  /** It is stored lying or mirrored, as EXIF says. */
  TURNED("turned", "turned upright from how they are stored"),
  /** Some of it was transparent. */
  COMPOSITED("composited", "laid over white where they are transparent"),
  /** 16 bits of a channel became 8. */
  REDUCED("reduced", "reduced from 16 bits to 8"),
  /** Printing colors became red, green and blue. */
  FROM_CMYK("fromCmyk", "converted from CMYK"),
  /** It is an animation. */
  FIRST_FRAME("firstFrame", "animations, of which the first frame is taken"),
  /** Gray became three equal channels. */
  COLORED("colored", "gray, given three equal channels"),
  /** Color became gray. */
  GRAYED("grayed", "made gray"),
  /** It had another aspect ratio, and is distorted now. */
  STRETCHED("stretched", "stretched to another aspect ratio"),
  /** It had another aspect ratio, and what is beyond the middle is gone. */
  CROPPED("cropped", "cut to another aspect ratio"),
  /** It had another aspect ratio, and is framed in black. */
  PADDED("padded", "padded with black to another aspect ratio");

  private final String name;
  private final String words;

  Conversion(String name, String words) {
    this.name = name;
    this.words = words;
  }

  /** What is said behind a number of images. */
  public String words() {
    return words;
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
