package dev.figment.data.reader;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names in an archive, as paths of files below it: {@code \} of Windows for {@code /}, and no
 * {@code ./} before. Names of places outside of it, and names that come twice, make an archive one
 * that is not to be trusted.
 */
final class EntryNames {
  private final Set<String> seen = new HashSet<>();

  /** What an archive is refused for, as it follows the word found. */
  static final class Untrusted extends Exception {
    Untrusted(String found) {
      super(found);
    }
  }

  /** The path that a name stands for. */
  String path(String name) throws Untrusted {
    String slashed = name.replace('\\', '/');
    List<String> parts = List.of(slashed.split("/", -1));
    if (slashed.startsWith("/")
        || slashed.indexOf('\0') >= 0
        || slashed.matches("(?s)[A-Za-z]:.*")
        || parts.contains("..")) {
      throw new Untrusted("entry name " + name.replace('\0', '?'));
    }
    String path = withoutDots(slashed);
    if (!path.isEmpty() && !path.endsWith("/") && !seen.add(path)) {
      throw new Untrusted("entry " + path + " twice");
    }
    return path;
  }

  /** A folder keeps the {@code /} at its end. */
  private static String withoutDots(String slashed) {
    return Arrays.stream(slashed.split("(?<=/)"))
        .filter(part -> !part.equals("./") && !part.equals("/") && !part.equals("."))
        .collect(Collectors.joining());
  }
}
