package dev.figment.cli.latent;

import dev.figment.run.exploration.Trained;
import java.util.Locale;

/** Which points of a model are named: those that it draws, or the styles that it makes of them. */
public enum LatentSpace {
  Z,
  W;

  /**
   * The model with points of this space.
   *
   * @throws dev.figment.UsageException if the model has no styles
   */
  public Trained of(Trained trained) {
    return this == W ? trained.ofStyles() : trained;
  }

  /** What files are called after it. */
  public String suffix() {
    return this == W ? "-w" : "";
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
