package dev.figment.data.reader;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names the first of many faults in a message, each on a line of its own. */
final class FaultLines {
  private static final int MOST = 10;

  private FaultLines() {}

  /**
   * Lines as in {@code a.png: it is empty}, each after a line break.
   *
   * @param faults what is wrong, by what tells which file it is
   * @param name of that file
   */
  static <K> String of(Map<K, ?> faults, Function<K, ?> name) {
    String named =
        faults.entrySet().stream()
            .limit(MOST)
            .map(each -> name.apply(each.getKey()) + ": " + each.getValue())
            .collect(Collectors.joining("\n  ", "\n  ", ""));
    int unnamed = Math.max(0, faults.size() - MOST);
    return unnamed == 0 ? named : named + "\n  and %d more".formatted(unnamed);
  }
}
