package dev.figment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that a mistyped one was probably meant to be, by edit distance. */
public final class Nearest {
  private Nearest() {}

  /** "; did you mean optimizer?", or nothing where no name is near. */
  public static String hint(String typed, Collection<String> names) {
    List<String> near = to(typed, names);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  /** At most three names, the nearest first: within a third of their length, or containing it. */
  public static List<String> to(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT)))
        .sorted(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))))
        .limit(3)
        .toList();
  }

  private static boolean isNear(String wanted, String name) {
    int length = Math.max(wanted.length(), name.length());
    return distance(wanted, name) <= Math.max(1, length / 3)
        || (wanted.length() >= 3 && (name.contains(wanted) || wanted.contains(name)));
  }

  /** Levenshtein's distance: the fewest single-letter edits from one word to the other. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
