package dev.figment.model.adversarial.progressive;

/**
 * How far the networks have grown.
 *
 * @param level doublings of the start resolution that are at work, the one that fades in included
 * @param alpha the weight of the highest resolution against the one below it, in (0, 1]; 1 where
 *     nothing fades
 */
record Growth(int level, double alpha) {
  boolean isFading() {
    return alpha < 1;
  }

  /** Whether the same layers are at work: stages begin where a fade begins and where it ends. */
  boolean isOfSameStageAs(Growth other) {
    return level == other.level && isFading() == other.isFading();
  }
}
