package dev.figment.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether pixels become black or white, for models of binary pixels. */
public enum Binarization {
  /** Gray stays gray. */
  NONE,
  /**
   * Each pixel is white with the probability that is its gray value, drawn once, from a fixed seed:
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
