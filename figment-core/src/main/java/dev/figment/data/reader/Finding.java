package dev.figment.data.reader;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What {@link DataCheck} can say of a file: {@link #BROKEN} and {@link #UNLABELED} keep a set from
 * being read.
 */
public enum Finding {
  /** It is no image that can be read, or no file of labels. */
  BROKEN("broken"),
  /** Its folder says no class, and those of others do. */
  UNLABELED("unlabeled"),
  /** It is of another kind than its name says. */
  MISNAMED("misnamed"),
  /** Another file has the same bytes. */
  DUPLICATE("duplicate"),
  /** It has more than 16 million pixels. */
  HUGE("huge"),
  /** It is stored lying or mirrored, and will be turned. */
  TURNED("turned"),
  /** Some of it is transparent, and will lie over white. */
  ALPHA("alpha"),
  /** 16 bits of a channel will become 8. */
  SIXTEEN_BIT("16-bit"),
  /** Printing colors will be converted. */
  CMYK("cmyk"),
  /** Of an animation the first frame will be taken. */
  ANIMATED("animated"),
  /** It is gray, and others are not. */
  GRAY("gray");

  private final String name;

  Finding(String name) {
    this.name = name;
  }

  /** Whether a set with such a file is refused. */
  public boolean refuses() {
    return this == BROKEN || this == UNLABELED;
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
