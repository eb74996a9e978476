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
 * @param kind a metric to which the same parts of a protocol matter as to all of the group
 * @param number from 0; the group of the newest result is the first
 * @param results newest first, at least one
 */
record ProtocolGroup(SampleMetric kind, int number, List<SampleResult> results) {
  /**
   * All results of metrics of features, or of others, in groups.
   *
   * @param results in the order in which they were written
   */
  static List<ProtocolGroup> of(List<SampleResult> results, boolean ofFeatures) {
    Predicate<String> isWanted = metric -> isOfFeatures(metric) == ofFeatures;
    List<SampleResult> wanted =
        results.stream()
            .map(each -> only(each, isWanted))
            .filter(each -> !each.values().isEmpty())
            .toList();
    return of(wanted, ofFeatures ? SampleMetric.FRECHET : SampleMetric.SLICED_WASSERSTEIN);
  }

  /** All results in groups. */
  static List<ProtocolGroup> of(List<SampleResult> results, SampleMetric kind) {
    List<ProtocolGroup> groups = new ArrayList<>();
    for (int i = results.size() - 1; i >= 0; i--) {
      SampleResult each = results.get(i);
      groups.stream()
          .filter(group -> Protocol.differences(kind, each.protocol(), group.protocol()).isEmpty())
          .findFirst()
          .orElseGet(() -> added(groups, kind))
          .results
          .add(each);
    }
    return groups;
  }

  private static ProtocolGroup added(List<ProtocolGroup> groups, SampleMetric kind) {
    groups.add(new ProtocolGroup(kind, groups.size(), new ArrayList<>()));
    return groups.get(groups.size() - 1);
  }

  /** A metric that is not known counts as one of features, of which everything matters. */
  private static boolean isOfFeatures(String metric) {
    return MetricName.metricOf(metric).map(SampleMetric::isOfFeatures).orElse(true);
  }

  private static SampleResult only(SampleResult result, Predicate<String> metrics) {
    Map<String, Double> values = new LinkedHashMap<>(result.values());
    values.keySet().removeIf(metrics.negate());
    return new SampleResult(
        result.step(),
        result.epoch(),
        result.kimg(),
        result.reference(),
        values,
        result.standardErrors(),
        result.protocol());
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
    return Protocol.differences(kind, protocol(), other.protocol());
  }
}
