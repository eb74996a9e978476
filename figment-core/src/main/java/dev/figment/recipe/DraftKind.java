package dev.figment.recipe;

import java.util.Locale;

/** The kinds of model that a {@link RecipeDraft} can be of. */
public enum DraftKind {
  /** A deep convolutional GAN. */
  GAN,
  /** A convolutional variational autoencoder. */
  VAE,
  /** A convolutional autoencoder. */
  AUTOENCODER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
