package dev.figment.run.watching;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a training measured of its model at a step: a line of {@code metrics.jsonl}.
 *
 * @param kind {@code validation}, {@code snapshot} or {@code samples}
 * @param values by name
 */
record Measured(long step, String kind, Map<String, Double> values) {
  private static final List<String> KINDS = List.of("validation", AccuracyLog.KIND, "samples");
  private static final Set<String> PLACES = Set.of("step", "epoch", "kimg", "examples");

  /** Of lines, those of these kinds. */
  static List<Measured> in(List<JsonNode> lines) {
    return lines.stream()
        .flatMap(line -> KINDS.stream().filter(line::has).map(kind -> of(kind, line)))
        .toList();
  }

  private static Measured of(String kind, JsonNode line) {
    Map<String, Double> values = new TreeMap<>();
    line.properties().stream()
        .filter(each -> each.getValue().isNumber() && !PLACES.contains(each.getKey()))
        .forEach(each -> values.put(each.getKey(), each.getValue().asDouble()));
    return new Measured(line.path("step").asLong(), kind, values);
  }

  /** A line for people: {@code step 469: validation elbo -244.8 mse 0.01492}. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(each -> String.format(Locale.ROOT, "%s %.4g", each.getKey(), each.getValue()))
        .collect(Collectors.joining("  ", "step " + step + ": " + kind + "  ", ""));
  }

  /** Under which TensorBoard shows one of the values: {@code validation/elbo}. */
  String tag(String name) {
    return switch (kind) {
      case "validation" -> "validation/" + name;
      case "samples" -> "metrics/" + name;
      default -> name;
    };
  }
}
