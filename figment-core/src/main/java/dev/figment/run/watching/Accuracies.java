package dev.figment.run.watching;

import dev.figment.run.folder.JsonLines;
import dev.figment.run.folder.RunFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * How often classifiers of several seeds are right on examples that they have not learned from:
 * what validations in {@code metrics.jsonl} say last of each kind of them, {@code
 * seed1/accuracy/frozen} and so on.
 *
 * @param examples how many they were tried on
 * @param bySeed shares of them, by kind, in the order in which kinds were last tried
 */
public record Accuracies(int examples, Map<String, List<Double>> bySeed) {
  private static final Pattern OF_A_SEED = Pattern.compile("seed(\\d+)/accuracy/(.+)");

  /** Those of a run; empty where its model tells no classes apart, or was not tried yet. */
  public static Accuracies of(RunFolder run) {
    int examples = 0;
    Map<String, List<Double>> bySeed = new LinkedHashMap<>();
    for (JsonNode line : validations(run)) {
      for (Map.Entry<String, TreeMap<Integer, Double>> kind : kinds(line).entrySet()) {
        examples = line.path("examples").asInt();
        bySeed.remove(kind.getKey()); // to the end
        bySeed.put(kind.getKey(), List.copyOf(kind.getValue().values()));
      }
    }
    return new Accuracies(examples, bySeed);
  }

  private static List<JsonNode> validations(RunFolder run) {
    return new JsonLines(run.metrics())
        .read().stream().filter(line -> line.has("validation")).toList();
  }

  private static Map<String, TreeMap<Integer, Double>> kinds(JsonNode line) {
    Map<String, TreeMap<Integer, Double>> kinds = new LinkedHashMap<>();
    line.properties()
        .forEach(
            each -> {
              Matcher name = OF_A_SEED.matcher(each.getKey());
              if (name.matches()) {
                kinds
                    .computeIfAbsent(name.group(2), unseen -> new TreeMap<>())
                    .put(Integer.valueOf(name.group(1)), each.getValue().asDouble());
              }
            });
    return kinds;
  }

  /** Whether nothing was classified yet. */
  public boolean isEmpty() {
    return bySeed.isEmpty();
  }

  private List<Double> of(String kind) {
    return Objects.requireNonNull(bySeed.get(kind));
  }

  /** Over seeds. */
  public double mean(String kind) {
    return of(kind).stream().mapToDouble(each -> each).average().orElseThrow();
  }

  /** The standard deviation over seeds: squares divided by one less than their number. */
  public double deviation(String kind) {
    double mean = mean(kind);
    List<Double> values = of(kind);
    double squares = values.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }

  /** A table in percent: a line for each kind, with mean and standard deviation, then each seed. */
  @Override
  public String toString() {
    int seeds = bySeed.values().stream().mapToInt(List::size).max().orElse(0);
    String heading =
        IntStream.rangeClosed(1, seeds)
            .mapToObj("  seed %d"::formatted)
            .collect(Collectors.joining());
    String rows = bySeed.keySet().stream().map(this::row).collect(Collectors.joining());
    return String.format(
            Locale.ROOT, "accuracy in percent, on %,d examples not learned from%n", examples)
        + "%-12s%-14s%s%n".formatted("", "mean ± sd", heading)
        + rows;
  }

  private String row(String kind) {
    String deviation = of(kind).size() > 1 ? " ± " + percent(deviation(kind)) : "";
    String seeds =
        of(kind).stream()
            .map(each -> "  %6s".formatted(percent(each)))
            .collect(Collectors.joining());
    return "%-12s%-14s%s%n".formatted(kind, percent(mean(kind)) + deviation, seeds);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }
}
