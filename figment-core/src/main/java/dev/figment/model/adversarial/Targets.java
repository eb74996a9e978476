package dev.figment.model.adversarial;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;

/**
 * What the discriminator is told of real and of generated examples, and what the generator would
 * have it say of its own. Real targets below 1, or drawn from an interval, are label smoothing.
 */
public record Targets(
    @JsonProperty(defaultValue = "1") Interval real,
    @JsonProperty(defaultValue = "0") Interval fake,
    @JsonProperty(defaultValue = "1") Interval generator) {
  /** 1 for real, 0 for generated, and the generator would have 1. */
  public static final Targets PLAIN = Defaults.record(Targets.class);

  public Targets withReal(Interval real) {
    return Defaults.with(this, "real", real);
  }

  public Targets withFake(Interval fake) {
    return Defaults.with(this, "fake", fake);
  }

  public Targets withGenerator(Interval generator) {
    return Defaults.with(this, "generator", generator);
  }
}
