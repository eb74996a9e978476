package dev.figment.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether pixels become black or white, for models of binary pixels. */
public enum Binarization {
  /** Grey stays grey. */
  NONE,
  /**
   * Each pixel is white with the probability that is its grey value, drawn once, from a fixed seed:
   * the same for everyone and in each pass. As in the benchmark of Salakhutdinov and Murray 2008,
   * though with other draws.
   */
  STATIC;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
