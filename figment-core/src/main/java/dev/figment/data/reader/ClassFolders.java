package dev.figment.data.reader;

import dev.figment.DataException;
import dev.figment.data.ImageSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Image files and the classes that their folders say they are of: in {@code daisy/1.jpg} and {@code
 * rose/1.jpg} the classes are daisy and rose, sorted by name. Folders that hold everything ({@code
 * flowers/daisy/1.jpg}) are passed over. Where no file is in a folder, there are no classes.
 *
 * @param labels the class of each file, an index into {@code classes}; all 0 if there are none
 */
record ClassFolders(String place, List<String> names, List<String> classes, int[] labels) {

  /**
   * @param names sorted
   * @throws DataException if there are no images, or some are in class folders and some are not
   */
  static ClassFolders of(String place, List<String> names) {
    checkNames(place, names);
    int start = commonFolders(names);
    if (names.stream().allMatch(name -> name.indexOf('/', start) < 0)) {
      return none(place, names);
    }
    List<String> folders = names.stream().map(name -> folder(place, name, start)).toList();
    List<String> classes = folders.stream().distinct().sorted().toList();
    return new ClassFolders(
        place, names, classes, folders.stream().mapToInt(classes::indexOf).toArray());
  }

  /** Files of no classes, whatever folders they are in. */
  static ClassFolders none(String place, List<String> names) {
    return new ClassFolders(place, names, List.of(), new int[names.size()]);
  }

  private static void checkNames(String place, List<String> names) {
    if (names.isEmpty()) {
      throw new DataException(
          "%s: expected images (%s) in class folders, found none", place, Listing.endings());
    }
  }

  /** How many letters of every name are folders that all share and that hold folders only. */
  private static int commonFolders(List<String> names) {
    int start = 0;
    while (true) {
      int end = names.get(0).indexOf('/', start) + 1;
      String prefix = names.get(0).substring(0, end);
      if (end == 0
          || !names.stream().allMatch(n -> n.startsWith(prefix) && n.indexOf('/', end) > 0)) {
        return start;
      }
      start = end;
    }
  }

  /** The names of files that are beside class folders, not in one; none where there are none. */
  static List<String> outside(List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    int start = commonFolders(names);
    List<String> outside = names.stream().filter(name -> name.indexOf('/', start) < 0).toList();
    return outside.size() == names.size() ? List.of() : outside;
  }

  private static String folder(String place, String name, int start) {
    int end = name.indexOf('/', start);
    if (end < 0) {
      throw new DataException(
          "%s: expected every image in a class folder, found %s beside class folders", place, name);
    }
    return name.substring(start, end);
  }

  /** Only the files of these classes; labels count in the order of the names. */
  ClassFolders onlyClasses(List<String> wanted) {
    int[] renumbered = ImageSet.renumbering(place, classes, wanted);
    ClassFolders kept = only(i -> renumbered[labels[i]] >= 0);
    return new ClassFolders(
        place, kept.names, wanted, IntStream.of(kept.labels).map(i -> renumbered[i]).toArray());
  }

  /** Only the files at these positions. */
  ClassFolders only(IntPredicate position) {
    int[] kept = IntStream.range(0, names.size()).filter(position).toArray();
    return new ClassFolders(
        place,
        IntStream.of(kept).mapToObj(names::get).toList(),
        classes,
        IntStream.of(kept).map(i -> labels[i]).toArray());
  }
}
