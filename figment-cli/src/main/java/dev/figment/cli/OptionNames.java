package dev.figment.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * Messages of the library in the words of a command. The library names a setting first, as in
 * {@code samples: expected at least 1, got 0}, and the command has an option of that name: {@code
 * --samples: …}. Its remedies speak of settings too; the option stands behind them.
 */
record OptionNames(CommandLine line) {
  /** {@code samples:}, {@code device cuda:} or {@code set train.batch=0:}. */
  private static final Pattern SETTING =
      Pattern.compile("([a-z][a-z-]*)(?: [\\w.-]+(?:, [\\w.-]+)*(?:=[^:]*)?)?:");

  /** A value of a recipe, such as {@code data.size=32}. */
  private static final Pattern RECIPE_VALUE =
      Pattern.compile("(?<![\\w./-]|--set )(?:data|model|train|watch)\\.[\\w.]+=\\w");

  private static final List<Remedy> REMEDIES =
      List.of(
          new Remedy("--resize", "[Hh]ave them resized", " (--resize)"),
          new Remedy("--data-dir", "as the data folder", " (--data-dir DIR)"),
          new Remedy("--data-dir", "Get them by figment data get [\\w-]+", " --data-dir DIR"),
          new Remedy("--from", "name another address", " (--from URL)"),
          new Remedy("--force", "or force it", " (--force)"),
          new Remedy("--extractor", "as extractor", " (--extractor FILE.onnx)"),
          new Remedy("--device", "Use the device cpu", " (--device cpu)"),
          new Remedy("--run", "or name another one", " (--run DIR)"),
          new Remedy("--set", "are now as data.set", " (--set data.set=PATH)"),
          new Remedy("--from", "Go between two of them", " (--from and --to)"),
          new Remedy(
              "--classpath",
              "unknown (layer|model|loss|penalty|optimizer|initializer) \\S+\\. Known: .*",
              ". One of a library of yours: --classpath mine.jar"),
          new Remedy("--split", "Read the split train", " (--split train)"),
          new Remedy(
              "--help", "figment encode (?:'[^']*'|\\\\'|\\S)+", " --split test --out points.csv"));

  /**
   * What stands behind a remedy.
   *
   * @param option that the command must have
   */
  private record Remedy(String option, String words, String end) {}

  /** The message for a user of this command. */
  String in(String message) {
    String named = setting(message);
    if (has("--set") && takesRecipe()) {
      named = RECIPE_VALUE.matcher(named).replaceAll("--set $0");
    }
    for (Remedy each : REMEDIES) {
      if (has(each.option())) {
        named = named.replaceFirst(each.words(), "$0" + each.end());
      }
    }
    return named;
  }

  /** Not a run, of which few values may be set. */
  private boolean takesRecipe() {
    return line.getCommandSpec().positionalParameters().stream()
        .anyMatch(each -> each.paramLabel().equals("RECIPE"));
  }

  /** A file that was typed may be called like an option. */
  private String setting(String message) {
    Matcher place = SETTING.matcher(message);
    boolean named = place.lookingAt() && has("--" + place.group(1)) && !wasTyped(place.group(1));
    return named ? "--" + message : message;
  }

  private boolean has(String option) {
    return line.getCommandSpec().findOption(option) != null;
  }

  private boolean wasTyped(String word) {
    return line.getParseResult() != null && line.getParseResult().originalArgs().contains(word);
  }
}
