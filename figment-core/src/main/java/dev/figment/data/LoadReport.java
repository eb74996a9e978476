package dev.figment.data;

import dev.figment.data.image.Conversion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was not taken as it lay there when a set was read: to be said once to whoever learns from
 * it.
 *
 * @param changed how many images, by what happened to them; one image may count for several
 * @param leftOut how many files, by why: {@code hidden}, or the ending of their name
 */
public record LoadReport(Map<Conversion, Integer> changed, Map<String, Integer> leftOut) {
  /** Everything was taken as it is. */
  public static final LoadReport NONE = new LoadReport(Map.of(), Map.of());

  /** Copies the counts, in an order that is always the same; those of nothing are dropped. */
  public LoadReport {
    EnumMap<Conversion, Integer> byConversion = new EnumMap<>(Conversion.class);
    byConversion.putAll(changed);
    byConversion.values().removeIf(count -> count == 0);
    changed = Collections.unmodifiableMap(byConversion);
    TreeMap<String, Integer> byReason = new TreeMap<>(leftOut);
    byReason.values().removeIf(count -> count == 0);
    leftOut = Collections.unmodifiableMap(byReason);
  }

  /** So many images changed all in the same ways, and nothing left out. */
  public static LoadReport ofAll(int images, Set<Conversion> conversions) {
    return new LoadReport(
        conversions.stream().collect(Collectors.toMap(each -> each, each -> images)), Map.of());
  }

  /** This and another of other images, or of what was done to the same ones later. */
  public LoadReport plus(LoadReport other) {
    Map<Conversion, Integer> changes = new EnumMap<>(Conversion.class);
    changes.putAll(changed);
    other.changed.forEach((each, count) -> changes.merge(each, count, Integer::sum));
    Map<String, Integer> files = new TreeMap<>(leftOut);
    other.leftOut.forEach((each, count) -> files.merge(each, count, Integer::sum));
    return new LoadReport(changes, files);
  }

  /** The same with these files left out. */
  public LoadReport withLeftOut(Map<String, Integer> files) {
    return new LoadReport(changed, files);
  }

  /** As in {@code 12 made gray; 3 cut to another aspect ratio}; empty where nothing was. */
  public String changedInWords() {
    return changed.entrySet().stream()
        .map(each -> count(each.getValue()) + " " + each.getKey().words())
        .collect(Collectors.joining("; "));
  }

  /** As in {@code 8 .tif, 3 hidden}; empty where nothing was. */
  public String leftOutInWords() {
    return leftOutInWords(leftOut);
  }

  /** The same of other counts. */
  public static String leftOutInWords(Map<String, Integer> leftOut) {
    return leftOut.entrySet().stream()
        .map(each -> count(each.getValue()) + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
