package dev.figment.model.gan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the discriminator meets real and generated examples. */
public enum Updates {
  /** Both in one batch, one update. */
  MIXED,
  /** An update on real ones, then one on generated ones. */
  SEPARATE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
