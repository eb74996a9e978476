package dev.figment.model.adversarial.gan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How many of the discriminator's examples are real, where the recipe's batch is n. */
public enum Reals {
  /** n/2 real and n/2 generated: together one batch. */
  HALF,
  /** n real and n generated. */
  FULL;

  int of(int batch) {
    return this == HALF ? batch / 2 : batch;
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
