package dev.figment.model.adversarial.progressive;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;

/**
 * How wide the networks are: min(most, 2·base/side) channels at a resolution, at least 1. The two
 * networks mirror each other.
 *
 * @param base 8192 in the source; with 1024 a small CPU can train it
 * @param most 512 in the source
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, table 2</a>
 */
public record Channels(
    @JsonProperty(defaultValue = "1024") int base, @JsonProperty(defaultValue = "128") int most) {
  /** 128 channels up to 16×16, 64 at 32×32, 32 at 64×64. */
  public static final Channels SMALL = Defaults.record(Channels.class);

  public Channels {
    require(base >= 1, "channels: base must be at least 1, got %d", base);
    require(most >= 1, "channels: most must be at least 1, got %d", most);
  }

  public Channels withBase(int base) {
    return Defaults.with(this, "base", base);
  }

  public Channels withMost(int most) {
    return Defaults.with(this, "most", most);
  }

  int at(int side) {
    return Math.max(1, Math.min(most, (int) (2L * base / side)));
  }
}
