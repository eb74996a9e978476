package dev.figment.cli.latent;

import dev.figment.latent.Interpolation;
import dev.figment.latent.Points;
import java.util.Locale;

/** How to go from one point to another. */
public enum InterpolationPath {
  LINEAR,
  SPHERICAL;

  public Points between(float[] from, float[] to, int steps) {
    return this == LINEAR
        ? Interpolation.linear(from, to, steps)
        : Interpolation.spherical(from, to, steps);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
