package dev.figment.metric;

import dev.figment.catalogue.Defaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How results were measured. Those of different protocols are never ranked: {@link #differences}.
 *
 * @param extractor its kind; null where no metric needed one
 * @param extractorHash null likewise
 * @param generated how many images were made, of which a metric may take fewer: its name says it
 * @param reference how many real images they were compared with
 * @param referenceSet their set
 * @param referenceSplit their split
 * @param referenceFingerprint their content
 * @param resize what is done to images before they are compared
 * @param quantization of generated images: {@code 8 bits}
 * @param weights {@code ema}, a moving average, or {@code raw}
 * @param truncation ψ; null where the model has no styles
 * @param prior what points are drawn from: {@code normal}, {@code mixture of 10}
 * @param seed of the points
 * @param version of the protocol itself; raised where the same images would give other numbers
 */
public record Protocol(
    @Nullable String extractor,
    @Nullable String extractorHash,
    int generated,
    int reference,
    String referenceSet,
    String referenceSplit,
    String referenceFingerprint,
    String resize,
    String quantization,
    String weights,
    @Nullable Double truncation,
    String prior,
    long seed,
    int version) {
  /** Of what this version of Figment measures. */
  public static final int VERSION = 1;

  /**
   * What may differ between results that are ranked. How many images were generated in all does:
   * the name of a metric has the count of its own.
   */
  private static final Set<String> FREE = Set.of("seed", "weights", "generated");

  /** What belongs to metrics that ask the extractor alone. */
  private static final Set<String> OF_EXTRACTOR = Set.of("extractor", "extractorHash", "resize");

  /** With the extractor that metrics of features asked. */
  public Protocol withExtractor(String kind, String hash) {
    return Defaults.with(Defaults.with(this, "extractor", kind), "extractorHash", hash);
  }

  /** Its parts by name, as {@code metrics.jsonl} has them. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("extractor", extractor);
    map.put("extractorHash", extractorHash);
    map.put("generated", generated);
    map.put("reference", reference);
    map.put("referenceSet", referenceSet);
    map.put("referenceSplit", referenceSplit);
    map.put("referenceFingerprint", referenceFingerprint);
    map.put("resize", resize);
    map.put("quantization", quantization);
    map.put("weights", weights);
    map.put("truncation", truncation);
    map.put("prior", prior);
    map.put("seed", seed);
    map.put("version", version);
    map.values().removeIf(Objects::isNull);
    return map;
  }

  /**
   * Why two results of one metric may not be ranked: the parts that differ, {@code reference:
   * 60000, 10000}. Seeds and whether weights are averaged may differ.
   *
   * @param metric of both; an extractor does not matter where it asks none
   * @param one as {@link #toMap} gives it, or as it was read
   */
  public static List<String> differences(
      SampleMetric metric, Map<String, ?> one, Map<String, ?> other) {
    return differences(metric.asksExtractor(), one, other);
  }

  /**
   * The same of results of any kind.
   *
   * @param ofExtractor whether what the extractor was matters
   */
  public static List<String> differences(
      boolean ofExtractor, Map<String, ?> one, Map<String, ?> other) {
    Map<String, Object> all = new LinkedHashMap<>(one);
    all.putAll(other);
    List<String> differences = new ArrayList<>();
    for (String part : all.keySet()) {
      boolean matters = !FREE.contains(part) && (ofExtractor || !OF_EXTRACTOR.contains(part));
      String first = String.valueOf(one.get(part));
      String second = String.valueOf(other.get(part));
      if (matters && !first.equals(second)) {
        differences.add("%s: %s, %s".formatted(part, first, second));
      }
    }
    return differences;
  }
}
