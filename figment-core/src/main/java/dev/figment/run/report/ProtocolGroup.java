package dev.figment.run.report;

import dev.figment.run.folder.SampleResult;
import java.util.ArrayList;
import java.util.Comparator;
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

  List<SampleResult> oldestFirst() {
    return results.stream().sorted(Comparator.comparingDouble(SampleResult::kimg)).toList();
  }

  /** In what its protocol differs from that of another. */
  List<SampleResult.Difference> differences(ProtocolGroup other) {
    return List.copyOf(results.get(0).differences(other.results.get(0)).values());
  }
}
