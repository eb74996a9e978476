package dev.figment.latent;

/** Is told how far something that takes long has come. */
@FunctionalInterface
public interface Progress {
  /** For who does not look. */
  Progress NONE = (iteration, value) -> {};

  /**
   * @param iteration how many are done
   * @param value what they lower or raise, as whoever reports says
   */
  void at(int iteration, double value);
}
