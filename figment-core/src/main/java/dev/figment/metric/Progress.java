package dev.figment.metric;

/** Is told how far a measurement has come. */
@FunctionalInterface
public interface Progress {
  /** For who does not look. */
  Progress NONE = (metric, done, examples, mean) -> {};

  /**
   * @param metric what is measured: {@code nll-200}
   * @param done how many examples are
   * @param examples of how many
   * @param mean of those that are done
   */
  void at(String metric, int done, int examples, double mean);
}
