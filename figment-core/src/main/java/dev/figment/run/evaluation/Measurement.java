package dev.figment.run.evaluation;

import dev.figment.metric.Estimate;

/**
 * One number measured of a model.
 *
 * @param metric {@code mse}, {@code elbo}, {@code nll-200}
 * @param samples drawn for each example; 0 where nothing is drawn
 * @param unit {@code nats per example}; empty where the model does not say
 */
public record Measurement(String metric, Estimate estimate, int samples, String unit) {
  static final String BITS = "bitsPerDim";

  /** What a model says of examples, under the name that it gives it. */
  static Measurement named(String metric, Estimate estimate) {
    return switch (metric) {
      case "mse" -> new Measurement(metric, estimate, 0, "squared, per value");
      case "elbo", "reconstruction" -> new Measurement(metric, estimate, 1, "nats per example");
      case "kl" -> new Measurement(metric, estimate, 0, "nats per example");
      case BITS -> new Measurement(metric, estimate, 1, "bits per dimension");
      case "accuracy" -> new Measurement(metric, estimate, 0, "share of examples");
      default -> new Measurement(metric, estimate, 0, "");
    };
  }
}
