package dev.figment.run.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What was measured of a run's samples so far, the lines of {@code metrics.jsonl} with the key
 * {@code samples}; and on examples, those with the key {@code evaluation}.
 */
public record SampleResults(RunFolder folder) {
  /** The key that says that a line is of samples; its value is the split of the reference. */
  public static final String KIND = "samples";

  /** Likewise of lines of what was measured on examples; its value is their split. */
  public static final String EVALUATION = "evaluation";

  /** What a line of examples has beside its numbers. */
  private static final Set<String> OF_EXAMPLES =
      Set.of("set", "classes", "examples", "of", "binarization", "range", "seed");

  private static final String ERRORS = "standardErrors";
  private static final String PROTOCOL = "protocol";
  private static final Set<String> TIME = Set.of("step", "epoch", "kimg");

  /** All results, oldest first; none where nothing was measured. */
  public List<SampleResult> all() {
    return new JsonLines(folder.metrics())
        .read().stream().filter(line -> line.has(KIND)).map(SampleResults::result).toList();
  }

  /** Those of one metric, oldest first. */
  public List<SampleResult> of(String metric) {
    return all().stream().filter(each -> each.values().containsKey(metric)).toList();
  }

  /** The metrics that were measured, in the order in which they first were. */
  public List<String> metrics() {
    return all().stream().flatMap(each -> each.values().keySet().stream()).distinct().toList();
  }

  /** All results on examples, oldest first. */
  public List<SampleResult> onExamples() {
    return new JsonLines(folder.metrics())
        .read().stream()
            .filter(line -> line.has(EVALUATION))
            .map(SampleResults::onExamples)
            .toList();
  }

  private static SampleResult onExamples(JsonNode line) {
    Map<String, String> protocol = texts(line, "");
    protocol.keySet().retainAll(OF_EXAMPLES);
    protocol.put("split", line.path(EVALUATION).asString(""));
    Map<String, Double> values = numbers(line);
    values.keySet().removeAll(OF_EXAMPLES);
    return result(line, EVALUATION, protocol).withValues(values);
  }

  private static SampleResult result(JsonNode line) {
    return result(line, KIND, texts(line.path(PROTOCOL), ""));
  }

  private static SampleResult result(JsonNode line, String kind, Map<String, String> protocol) {
    return new SampleResult(
        line.path("step").asLong(0),
        line.path("epoch").asDouble(Double.NaN),
        line.path("kimg").asDouble(Double.NaN),
        line.path(kind).asString(""),
        numbers(line),
        numbers(line.path(ERRORS)),
        protocol);
  }

  /** The numbers of an object but for those that say when. */
  private static Map<String, Double> numbers(JsonNode object) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    members(object)
        .filter(each -> each.getValue().isNumber() && !TIME.contains(each.getKey()))
        .forEach(each -> numbers.put(each.getKey(), each.getValue().asDouble()));
    return numbers;
  }

  private static Map<String, String> texts(JsonNode object, String prefix) {
    Map<String, String> texts = new LinkedHashMap<>();
    members(object)
        .forEach(
            each -> {
              String key = prefix + each.getKey();
              JsonNode value = each.getValue();
              if (value.isObject()) {
                texts.putAll(texts(value, key + "."));
              } else {
                texts.put(key, value.isString() ? value.asString() : value.toString());
              }
            });
    return texts;
  }

  private static Stream<Map.Entry<String, JsonNode>> members(JsonNode object) {
    return object.isObject() ? object.propertyStream() : Stream.empty();
  }
}
