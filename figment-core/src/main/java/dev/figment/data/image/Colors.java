package dev.figment.data.image;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a pixel holds: one brightness, or red, green and blue. */
public enum Colors {
  /** One brightness. Recipes may also write {@code grey}. */
  @JsonProperty("gray")
  @JsonAlias("grey")
  GRAY("gray", 1),

  /** Red, green and blue, in this order. */
  @JsonProperty("rgb")
  RGB("rgb", 3);

  private final String name;
  private final int channels;

  Colors(String name, int channels) {
    this.name = name;
    this.channels = channels;
  }

  /** How many numbers a pixel has: 1 or 3. */
  public int channels() {
    return channels;
  }

  @Override
  public String toString() {
    return name;
  }
}
