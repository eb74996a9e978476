package dev.figment.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One number measured of a model.
 *
 * @param metric {@code mse}, {@code elbo}, {@code nll-200}, {@code fd10k-features}
 * @param samples drawn for each example; 0 where nothing is drawn
 * @param unit {@code nats per example}; empty where the number has none
 */
public record Measurement(String metric, Estimate estimate, int samples, String unit) {
  /** The name of what is measured in bits for each value. */
  public static final String BITS = "bitsPerDim";

  /** Of those that have one, by the names of their metrics. */
  public static Map<String, Double> standardErrors(List<Measurement> measurements) {
    Map<String, Double> errors = new LinkedHashMap<>();
    measurements.stream()
        .filter(each -> Double.isFinite(each.estimate().standardError()))
        .forEach(each -> errors.put(each.metric(), each.estimate().standardError()));
    return errors;
  }

  /** A number of samples that a model generated. */
  public static Measurement ofSamples(String metric, Estimate estimate, String unit) {
    return new Measurement(metric, estimate, 0, unit);
  }

  /** What a model says of examples, under the name that it gives it. */
  public static Measurement ofExamples(String metric, Estimate estimate) {
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
