package dev.figment.run.folder;

import dev.figment.metric.MetricName;
import dev.figment.metric.Protocol;
import dev.figment.metric.SampleMetric;
import dev.figment.metric.SampleMetric.Better;
import dev.figment.train.WatchRecipe;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The step whose model did best, by what {@code metrics.jsonl} says: by the first metric that the
 * recipe watches; without one by the validations on the test split, the highest {@code elbo}, or
 * else the highest accuracy of a classifier, or else the lowest {@code mse}; and where there are
 * none, by the first metric of the newest results of samples that has a better end. Results of
 * another protocol than the newest do not count.
 */
public final class BestStep {
  private final RunFolder folder;

  public BestStep(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * The best of some steps, the earliest where some are as good.
   *
   * @return none where none of them was measured
   */
  public OptionalLong among(Set<Long> steps) {
    boolean isWatching = isRecipe() && folder.recipe().watch().metrics() != null;
    OptionalLong validated = isWatching ? OptionalLong.empty() : byValidation(steps);
    return validated.isPresent() ? validated : bySamples(steps);
  }

  private boolean isRecipe() {
    return Files.exists(folder.recipeFile()); // a program's own model has none
  }

  private OptionalLong byValidation(Set<Long> steps) {
    return best(
        new JsonLines(folder.metrics())
            .read().stream()
                .filter(line -> line.has("validation"))
                .filter(line -> steps.contains(line.path("step").asLong())),
        BestStep::merit,
        line -> line.path("step").asLong());
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

  private OptionalLong bySamples(Set<Long> steps) {
    List<SampleResult> all = new SampleResults(folder).all();
    return all.isEmpty()
        ? OptionalLong.empty()
        : leading(all)
            .map(name -> bySamples(name, new SampleResults(folder).of(name), steps))
            .orElse(OptionalLong.empty());
  }

  /** The result that says which is best: {@code fd10k-features}. */
  private Optional<String> leading(List<SampleResult> all) {
    WatchRecipe.Metrics watched = isRecipe() ? folder.recipe().watch().metrics() : null;
    Stream<String> names =
        watched == null
            ? all.get(all.size() - 1).values().keySet().stream()
            : watched.parsed().stream().map(MetricName::toString);
    return names
        .filter(name -> better(name) != Better.NEITHER)
        .filter(name -> all.stream().anyMatch(each -> each.values().containsKey(name)))
        .findFirst();
  }

  private static Better better(String name) {
    return MetricName.metricOf(name).map(SampleMetric::better).orElse(Better.NEITHER);
  }

  private static OptionalLong bySamples(String name, List<SampleResult> results, Set<Long> steps) {
    SampleMetric metric = MetricName.metricOf(name).orElseThrow();
    double sign = metric.better() == Better.LOWER ? -1 : 1;
    Map<String, String> newest = results.get(results.size() - 1).protocol();
    return best(
        results.stream()
            .filter(each -> steps.contains(each.step()))
            .filter(each -> Protocol.differences(metric, each.protocol(), newest).isEmpty()),
        each -> sign * each.values().getOrDefault(name, Double.NaN),
        SampleResult::step);
  }

  private static <T> OptionalLong best(
      Stream<T> measured, ToDoubleFunction<T> merit, ToLongFunction<T> step) {
    return measured
        .filter(each -> !Double.isNaN(merit.applyAsDouble(each)))
        .max(Comparator.comparingDouble(merit))
        .map(each -> OptionalLong.of(step.applyAsLong(each)))
        .orElse(OptionalLong.empty());
  }
}
