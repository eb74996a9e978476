package dev.figment.model;

import java.util.ArrayList;
import java.util.List;

/** What a model can be asked for, in the words of the commands. */
final class Abilities {
  private Abilities() {}

  static String of(Model model) {
    List<String> words = new ArrayList<>();
    boolean inverts = model instanceof Invertible;
    add(words, model instanceof Sampler, "sample");
    if (model instanceof Codec) {
      words.addAll(List.of("reconstruct", "encode", "interpolate", "map"));
      add(words, inverts, "project");
      words.add("anomaly");
    } else if (model instanceof Sampler) {
      words.add("interpolate");
      add(words, model instanceof Stylist, "stylemix");
      add(words, inverts, "project", "reconstruct", "anomaly");
    }
    return words.isEmpty() ? "evaluate" : listed(words);
  }

  private static void add(List<String> words, boolean can, String... more) {
    if (can) {
      words.addAll(List.of(more));
    }
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
