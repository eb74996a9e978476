package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.run.projection.Projection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of the commands that search for the points of images: how. */
public final class ProjectionOptions {
  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps of the descent to the nearest image (default: 500).")
  private @Nullable Integer steps;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      description = "How often it begins anew; the best is kept (default: 2; 1 to find anomalies).")
  private @Nullable Integer restarts;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "The highest of its steps (default: 0.1).")
  private @Nullable Double learningRate;

  @Option(
      names = "--distance",
      paramLabel = "absolute|squared",
      description = "How differences count (default: squared; absolute to find anomalies).")
  private Projection.@Nullable Distance distance;

  @Option(
      names = "--feature-weight",
      paramLabel = "W",
      description =
          "The share of the discriminator's features in the distance, the rest being that of pixels"
              + " (default: 0; 0.1 to find anomalies).")
  private @Nullable Double featureWeight;

  @Option(names = "--seed", paramLabel = "N", description = "Where it begins (default: 1).")
  private @Nullable Long seed;

  /** What is asked for, and the rest as it is. */
  public Projection of(Projection defaults) {
    Projection projection = defaults;
    projection = steps == null ? projection : projection.withSteps(steps);
    projection = restarts == null ? projection : projection.withRestarts(restarts);
    projection = learningRate == null ? projection : projection.withLearningRate(learningRate);
    projection = distance == null ? projection : projection.withDistance(distance);
    projection = featureWeight == null ? projection : projection.withFeatureWeight(featureWeight);
    return seed == null ? projection : projection.withSeed(seed);
  }

  /**
   * Refuses all of these.
   *
   * @param why there is nothing to search for
   */
  public void refuseIf(boolean unwanted, String why) {
    UsageException.require(!unwanted || names().isEmpty(), "%s: %s Leave it out.", names(), why);
  }

  /** Those that were given, as the user knows them. */
  private String names() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("--steps", steps);
    given.put("--restarts", restarts);
    given.put("--learning-rate", learningRate);
    given.put("--distance", distance);
    given.put("--feature-weight", featureWeight);
    given.put("--seed", seed);
    given.values().removeIf(Objects::isNull);
    return String.join(", ", given.keySet());
  }
}
