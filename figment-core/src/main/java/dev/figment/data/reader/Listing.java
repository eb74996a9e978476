package dev.figment.data.reader;

import dev.figment.data.image.ImageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The names of a place, sorted into images and what is left out, by why.
 *
 * @param images sorted
 * @param leftOut how many files: {@code hidden}, or by the ending of their name
 */
record Listing(List<String> images, Map<String, Integer> leftOut) {
  /** What is counted for files that are hidden, or lie in a folder that is. */
  static final String HIDDEN = "hidden";

  private static final Set<String> OF_SYSTEMS =
      Set.of("__MACOSX", "@eaDir", "Thumbs.db", "desktop.ini");
  private static final int LONGEST_ENDING = 10;

  /** The names of files, parts joined by {@code /}. */
  static Listing of(Collection<String> names) {
    List<String> images = names.stream().filter(Listing::isImage).sorted().toList();
    Predicate<String> isLabels = LabelFile.of(images);
    Map<String, Integer> leftOut = new TreeMap<>();
    for (String name : names) {
      if (!isImage(name) && !isLabels.test(name)) {
        leftOut.merge(reason(name), 1, Integer::sum);
      }
    }
    return new Listing(images, leftOut);
  }

  /** The endings that are looked at, for messages. */
  static String endings() {
    return ImageFormat.endings().stream().sorted().collect(Collectors.joining(", "));
  }

  /** Whether a name is that of an image, and not of something hidden. */
  static boolean isImage(String name) {
    return !isHidden(name) && ImageFormat.endings().contains(ending(name));
  }

  /** Whether the file, or a folder that it is in, is kept from sight by one system or another. */
  static boolean isHidden(String name) {
    for (String part : name.split("/")) {
      if (part.startsWith(".") || OF_SYSTEMS.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static String reason(String name) {
    String ending = ending(name);
    if (isHidden(name)) {
      return HIDDEN;
    }
    return ending.isEmpty() || ending.length() > LONGEST_ENDING
        ? "without a known ending"
        : "." + ending;
  }

  /** In small letters, without the dot; empty where there is none. */
  static String ending(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return file.substring(file.lastIndexOf('.') + 1)
        .toLowerCase(Locale.ROOT)
        .replaceAll(file.contains(".") ? "[^ -~]" : ".*", "");
  }
}
