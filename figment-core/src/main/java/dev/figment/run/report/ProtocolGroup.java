package dev.figment.run.report;

import dev.figment.run.folder.SampleResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results of one protocol, so that they may be compared with each other.
 *
 * @param number from 0; the group of the newest result is the first
 * @param results newest first, at least one
 */
record ProtocolGroup(int number, List<SampleResult> results) {
  /**
   * All results in groups.
   *
   * @param results in the order in which they were written
   */
  static List<ProtocolGroup> of(List<SampleResult> results) {
    Map<Map<String, String>, List<SampleResult>> byProtocol = new LinkedHashMap<>();
    for (int i = results.size() - 1; i >= 0; i--) {
      SampleResult each = results.get(i);
      byProtocol.computeIfAbsent(each.protocol(), unseen -> new ArrayList<>()).add(each);
    }
    List<ProtocolGroup> groups = new ArrayList<>();
    byProtocol.values().forEach(each -> groups.add(new ProtocolGroup(groups.size(), each)));
    return groups;
  }

  /** {@code protocol A}. */
  String letter() {
    return number < 26 ? "protocol " + (char) ('A' + number) : "protocol " + (number + 1);
  }

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

  /** In what its protocol differs from that of another. */
  List<SampleResult.Difference> differences(ProtocolGroup other) {
    return List.copyOf(results.get(0).differences(other.results.get(0)).values());
  }
}
