package dev.figment.cli.latent;

import java.util.Locale;

/** Where random points of a latent space are drawn from. */
public enum PriorDistribution {
  /** Standard normal in every number. */
  NORMAL,
  /** Where the training images are: a mixture of Gaussians fitted on their points. */
  MIXTURE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
