package dev.figment.model.adversarial;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the discriminator meets real and generated examples. */
public enum Updates {
  /**
   * One update on both, in one batch. Where layers of the discriminator look at a batch as a whole
   * (batch normalization, minibatch layers), each kind passes through it by itself: statistics of
   * the two must not mix.
   */
  MIXED,
  /** An update on real ones, then one on generated ones. */
  SEPARATE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
