package dev.figment.optim;

import static dev.figment.UsageException.require;

import org.jspecify.annotations.Nullable;

/** What every rule asks of the values that all rules share. */
public final class Limits {
  private Limits() {}

  /**
   * @param rule its name, for messages
   * @throws dev.figment.UsageException if a value is out of range, or both limits are given
   */
  public static void check(
      String rule,
      double learningRate,
      double decay,
      @Nullable Double clipValue,
      @Nullable Double clipNorm) {
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "%s: learningRate must be above 0, got %s",
        rule,
        learningRate);
    require(
        decay >= 0 && Double.isFinite(decay), "%s: decay must be at least 0, got %s", rule, decay);
    requireAboveZero(rule, "clipValue", clipValue);
    requireAboveZero(rule, "clipNorm", clipNorm);
    require(
        clipValue == null || clipNorm == null,
        "%s: expected clipValue or clipNorm, got both. Remove one.",
        rule);
  }

  private static void requireAboveZero(String rule, String name, @Nullable Double limit) {
    require(
        limit == null || limit > 0 && Double.isFinite(limit),
        "%s: %s must be above 0, got %s",
        rule,
        name,
        limit);
  }
}
