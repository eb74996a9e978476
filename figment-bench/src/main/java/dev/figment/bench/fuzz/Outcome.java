package dev.figment.bench.fuzz;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What came of the cases of a format. */
final class Outcome {
  static final String HEAD =
      "| format | cases | refused | read | faults | slowest, ms of CPU | most heap, MB |\n"
          + "|---|--:|--:|--:|--:|--:|--:|";

  private final String format;
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private long cases;
  private long refused;
  private double seconds;
  private long slowest;
  private long bytes;
  private long hungriest;

  Outcome(String format) {
    this.format = format;
  }

  /**
   * Counts a case.
   *
   * @param wrong what is wrong with it; empty where nothing is
   * @return whether that is the first time
   */
  boolean add(long number, Meter each, String wrong) {
    cases++;
    refused += each.thrown() == null ? 0 : 1;
    if (each.seconds() > seconds) {
      seconds = each.seconds();
      slowest = number;
    }
    if (each.bytes() > bytes) {
      bytes = each.bytes();
      hungriest = number;
    }
    if (wrong.isEmpty()) {
      return false;
    }
    Finding known = findings.get(wrong);
    findings.put(wrong, known == null ? new Finding(wrong, number, 1) : known.again());
    return known == null;
  }

  long cases() {
    return cases;
  }

  long refused() {
    return refused;
  }

  Collection<Finding> findings() {
    return findings.values();
  }

  /** As a row below {@link #HEAD}; behind the worst stands which case it was. */
  String toLine() {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d | %d | %.1f (%d) | %.1f (%d) |",
        format,
        cases,
        refused,
        cases - refused,
        findings.size(),
        seconds * 1000,
        slowest,
        bytes / 1048576.0,
        hungriest);
  }
}
