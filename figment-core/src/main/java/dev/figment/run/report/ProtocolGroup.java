package dev.figment.run.report;

import dev.figment.metric.MetricName;
import dev.figment.metric.Protocol;
import dev.figment.metric.SampleMetric;
import dev.figment.run.folder.SampleResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Results that may be compared with each other, since what matters of their protocols is one.
 *
 * @param ofExtractor whether they are of metrics that ask an extractor
 * @param number from 0; the group of the newest result is the first
 * @param results newest first, at least one
 */
record ProtocolGroup(boolean ofExtractor, int number, List<SampleResult> results) {
  /**
   * All results of metrics that ask an extractor, or of others, in groups.
   *
   * @param results in the order in which they were written
   */
  static List<ProtocolGroup> of(List<SampleResult> results, boolean ofExtractor) {
    List<ProtocolGroup> groups = new ArrayList<>();
    for (int i = results.size() - 1; i >= 0; i--) {
      SampleResult each = only(results.get(i), metric -> asksExtractor(metric) == ofExtractor);
      if (!each.values().isEmpty()) {
        group(groups, ofExtractor, each).results.add(each);
      }
    }
    return groups;
  }

  private static ProtocolGroup group(
      List<ProtocolGroup> groups, boolean ofExtractor, SampleResult result) {
    for (ProtocolGroup each : groups) {
      if (Protocol.differences(ofExtractor, result.protocol(), each.protocol()).isEmpty()) {
        return each;
      }
    }
    groups.add(new ProtocolGroup(ofExtractor, groups.size(), new ArrayList<>()));
    return groups.get(groups.size() - 1);
  }

  private static boolean asksExtractor(String metric) {
    return MetricName.metricOf(metric).map(SampleMetric::asksExtractor).orElse(false);
  }

  private static SampleResult only(SampleResult result, Predicate<String> metrics) {
    Map<String, Double> values = new LinkedHashMap<>(result.values());
    values.keySet().removeIf(metrics.negate());
    return result.withValues(values);
  }

  /** {@code protocol A}. */
  String letter() {
    return number < 26 ? "protocol " + (char) ('A' + number) : "protocol " + (number + 1);
  }

  /** Of its newest result; seeds and kinds of weights of others may be others. */
  Map<String, String> protocol() {
    return results.get(0).protocol();
  }

  /** What was measured, of the newest result first. */
  List<String> metrics() {
    return results.stream().flatMap(each -> each.values().keySet().stream()).distinct().toList();
  }

  /** The results of a metric, newest first. */
  List<SampleResult> of(String metric) {
    return results.stream().filter(each -> each.values().containsKey(metric)).toList();
  }

  /** All values that results have of a part of the protocol. */
  List<String> values(String part) {
    return results.stream()
        .map(each -> each.protocol().getOrDefault(part, ""))
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  /** Why it may not be compared with another: {@code generated: 500, 10000}, its own first. */
  List<String> differences(ProtocolGroup other) {
    return Protocol.differences(ofExtractor, protocol(), other.protocol());
  }
}
