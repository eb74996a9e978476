package dev.figment.bench.peer;

import static dev.figment.UsageException.require;

import dev.figment.Nearest;
import dev.figment.UsageException;
import dev.figment.run.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@link SideBySide} is asked for.
 *
 * @param works in the order of the table
 * @param peers that Figment is compared with
 * @param rounds in each of which everybody has a turn
 * @param steps that count in a turn, at least
 * @param seconds that count in a turn, at least, after as many to warm up
 * @param threads of everybody
 * @param limit of a turn
 * @param before words of a command that each turn is given to: {@code nice -n 5}
 * @param bounds milliseconds that a work takes at least on this machine, by its name
 * @param isBusy whether Figment has further turns beside a busy program
 */
record SideBySideOptions(
    List<Work> works,
    List<Peer> peers,
    int rounds,
    int steps,
    int seconds,
    int threads,
    Duration limit,
    List<String> before,
    Map<String, Double> bounds,
    boolean isBusy) {
  private static final Map<String, String> DEFAULTS = defaults();
  private static final String BOUND = "\\S+\\s+\\d+(\\.\\d+)?";
  private static final String BOUND_EXPECTED =
      "--bounds %s: expected the name of a work and milliseconds in a line, got '%s'";
  private static final String BUSY = "--busy";
  private static final List<String> LISTS = List.of("--work", "--peers");

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("--work", "");
    defaults.put("--peers", "torch keras jax");
    defaults.put("--rounds", "3");
    defaults.put("--steps", "8");
    defaults.put("--seconds", "2");
    defaults.put("--threads", "2");
    defaults.put("--limit", "240");
    defaults.put("--before", "");
    defaults.put("--bounds", "");
    defaults.put("--data", Settings.DEFAULT.dataFolder().toString());
    defaults.put(BUSY, "");
    return defaults;
  }

  /** Options in any order, {@code --work} and {@code --peers} followed by any number of names. */
  static SideBySideOptions of(String... arguments) {
    Map<String, String> options = new LinkedHashMap<>(DEFAULTS);
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      require(options.containsKey(name), "%s", unknown(name));
      int end = i + 1;
      while (end < arguments.length && !arguments[end].startsWith("--")) {
        end++;
      }
      List<String> values = Arrays.asList(arguments).subList(i + 1, end);
      check(name, values);
      options.put(name, name.equals(BUSY) ? name : String.join(" ", values));
      i = end - 1;
    }
    return of(options);
  }

  private static void check(String name, List<String> values) {
    if (name.equals(BUSY)) {
      require(values.isEmpty(), "%s: expected no value, got %s", name, values);
      return;
    }
    require(!values.isEmpty(), "%s: expected a value, got none", name);
    require(
        LISTS.contains(name) || values.size() == 1, "%s: expected one value, got %s", name, values);
  }

  private static String unknown(String name) {
    String hint = Nearest.hint(name, DEFAULTS.keySet());
    return "unknown option %s%s Known: %s"
        .formatted(name, hint.isEmpty() ? "." : hint, String.join(", ", DEFAULTS.keySet()));
  }

  private static SideBySideOptions of(Map<String, String> options) {
    Path data = Path.of(options.get("--data"));
    List<Work> works = words(options, "--work").map(word -> Work.named(word, data)).toList();
    return new SideBySideOptions(
        works.isEmpty() ? Work.all(data) : works,
        peers(words(options, "--peers").toList()),
        number(options, "--rounds"),
        number(options, "--steps"),
        number(options, "--seconds"),
        number(options, "--threads"),
        Duration.ofSeconds(number(options, "--limit")),
        words(options, "--before").toList(),
        bounds(options.get("--bounds")),
        !options.get(BUSY).isEmpty());
  }

  /** Of a file whose lines are a name and milliseconds. */
  private static Map<String, Double> bounds(String file) {
    if (file.isEmpty()) {
      return Map.of();
    }
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> !line.isBlank())
          .map(String::strip)
          .peek(line -> require(line.matches(BOUND), BOUND_EXPECTED, file, line))
          .map(line -> line.split("\\s+"))
          .collect(Collectors.toMap(words -> words[0], words -> Double.parseDouble(words[1])));
    } catch (IOException e) {
      throw new UsageException("--bounds: cannot read %s: %s", file, e.getMessage());
    }
  }

  private static Stream<String> words(Map<String, String> options, String name) {
    return Arrays.stream(options.get(name).split(" ")).filter(word -> !word.isEmpty());
  }

  private static List<Peer> peers(List<String> words) {
    List<Peer> peers = new ArrayList<>();
    for (String word : words) {
      List<Peer> named = Peer.named(word);
      require(
          !named.isEmpty() || word.equals("none"),
          "--peers: expected some of %s, or torch, keras, none, got %s",
          Arrays.stream(Peer.values()).map(Peer::word).toList(),
          word);
      peers.addAll(named);
    }
    return peers.stream().distinct().toList();
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
