package dev.figment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that a mistyped one was probably meant to be, by edit distance. */
public final class Nearest {
  /** Longer ones are no names, and would take long to compare. */
  private static final int LONGEST = 80;

  private Nearest() {}

  /** "; did you mean optimizer?", or nothing where no name is near. */
  public static String hint(String typed, Collection<String> names) {
    List<String> near = to(typed, names);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  /**
   * At most three names, the nearest first: within a third of their length, or containing it. Where
   * one is a single edit away, no others that are only similar. Of more than 80 letters, none.
   */
  public static List<String> to(String typed, Collection<String> names) {
    if (typed.length() > LONGEST) {
      return List.of();
    }
    String wanted = typed.toLowerCase(Locale.ROOT);
    boolean isSlip = names.stream().anyMatch(name -> isWithin(1, wanted, name));
    return names.stream()
        .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT), isSlip))
        .sorted(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))))
        .limit(3)
        .toList();
  }

  private static boolean isNear(String wanted, String name, boolean isSlip) {
    int length = Math.max(wanted.length(), name.length());
    int most = isSlip ? 1 : Math.max(1, (length + 1) / 3);
    return isWithin(most, wanted, name) && distance(wanted, name) < length
        || (wanted.length() >= 3 && (name.contains(wanted) || wanted.contains(name)));
  }

  private static boolean isWithin(int edits, String wanted, String name) {
    return distance(wanted, name.toLowerCase(Locale.ROOT)) <= edits;
  }

  /** The fewest edits of a letter, or swaps of two neighbors, from one word to the other. */
  static int distance(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, i, to, j);
      }
    }
    return edits[from.length()][to.length()];
  }

  private static int fewest(int[][] edits, String from, int i, String to, int j) {
    int changed = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int least = Math.min(changed, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
