package dev.figment.bench;

import static dev.figment.UsageException.require;

import dev.figment.Nearest;
import dev.figment.UsageException;
import dev.figment.run.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link ClassAccuracy} is asked for.
 *
 * @param runs folders
 * @param set whose classes, by name
 * @param images of each class
 * @param seed of the points
 * @param epochs that the classifier learns
 */
record ClassOptions(
    List<Path> runs,
    Settings settings,
    String set,
    int images,
    long seed,
    ClassifierFile kept,
    int epochs,
    int threads) {
  private static final Map<String, String> DEFAULTS = defaults();

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("--data-dir", "");
    defaults.put("--set", "mnist");
    defaults.put("--images", "1000");
    defaults.put("--seed", "1");
    defaults.put("--classifier", "");
    defaults.put("--epochs", "3");
    defaults.put("--threads", "1");
    return defaults;
  }

  /** RUN... and options in any order, each followed by its value. */
  static ClassOptions of(String... arguments) {
    Map<String, String> options = new LinkedHashMap<>(DEFAULTS);
    List<Path> runs = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (!arguments[i].startsWith("--")) {
        runs.add(Path.of(arguments[i]));
        continue;
      }
      require(options.containsKey(arguments[i]), "%s", unknown(arguments[i]));
      require(i + 1 < arguments.length, "%s: expected a value, got none", arguments[i]);
      options.put(arguments[i], arguments[++i]);
    }
    require(!runs.isEmpty(), "classes: expected the folders of runs, got none");
    return of(runs, options);
  }

  private static String unknown(String name) {
    String hint = Nearest.hint(name, DEFAULTS.keySet());
    return "unknown option %s%s Known: %s"
        .formatted(name, hint.isEmpty() ? "." : hint, String.join(", ", DEFAULTS.keySet()));
  }

  private static ClassOptions of(List<Path> runs, Map<String, String> options) {
    return new ClassOptions(
        List.copyOf(runs),
        new Settings(path(options, "--data-dir"), Settings.DEFAULT.device()),
        options.get("--set"),
        number(options, "--images"),
        number(options, "--seed"),
        new ClassifierFile(path(options, "--classifier")),
        number(options, "--epochs"),
        number(options, "--threads"));
  }

  private static Path path(Map<String, String> options, String name) {
    return options.get(name).isEmpty() ? null : Path.of(options.get(name));
  }

  private static int number(Map<String, String> options, String name) {
    String text = options.get(name);
    boolean fits = text.matches("\\d{1,9}") && Integer.parseInt(text) >= 1;
    if (!fits) {
      throw new UsageException("%s: expected a whole number from 1, got %s", name, text);
    }
    return Integer.parseInt(text);
  }
}
