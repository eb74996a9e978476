package dev.figment.run.folder;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The step whose model did best on the test split, by the validations in {@code metrics.jsonl}: the
 * highest {@code elbo}, or else the highest accuracy of a classifier, or else the lowest {@code
 * mse}.
 */
public final class BestStep {
  private final RunFolder folder;

  public BestStep(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * The best of some steps, the earliest where some are as good.
   *
   * @return none where none of them was validated
   */
  public OptionalLong among(Set<Long> steps) {
    return new JsonLines(folder.metrics())
        .read().stream()
            .filter(line -> line.has("validation") && steps.contains(line.path("step").asLong()))
            .filter(line -> !Double.isNaN(merit(line)))
            .max(Comparator.comparingDouble(BestStep::merit))
            .map(line -> OptionalLong.of(line.path("step").asLong()))
            .orElse(OptionalLong.empty());
  }

  /** The higher the better; NaN where a line has no figure that says so. */
  private static double merit(JsonNode line) {
    if (line.has("elbo")) {
      return line.get("elbo").asDouble();
    }
    return line.propertyStream()
        .filter(each -> each.getKey().startsWith("accuracy/"))
        .mapToDouble(each -> each.getValue().asDouble())
        .max()
        .orElseGet(() -> -line.path("mse").asDouble(Double.NaN));
  }
}
