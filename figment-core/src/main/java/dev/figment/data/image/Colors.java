package dev.figment.data.image;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a pixel holds: one brightness, or red, green and blue. */
public enum Colors {
  GREY("grey", 1),
  RGB("rgb", 3);

  private final String name;
  private final int channels;

  Colors(String name, int channels) {
    this.name = name;
    this.channels = channels;
  }

  public int channels() {
    return channels;
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
