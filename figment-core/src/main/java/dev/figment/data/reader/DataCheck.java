package dev.figment.data.reader;

import dev.figment.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What there is to know of the files of a folder, an archive or an image, each decoded by itself;
 * plain values, which write themselves as JSON.
 *
 * @param images how many files are looked at
 * @param formats how many images of each kind
 * @param sizes how many images of each height, width and channels, as in {@code 128×128×3}
 * @param leftOut how many other files, by why
 * @param findings by file, sorted by name
 */
public record DataCheck(
    String place,
    int images,
    Map<String, Integer> formats,
    Map<String, Integer> sizes,
    Map<String, Integer> leftOut,
    List<FileFinding> findings) {

  /**
   * @param detail more of it, or empty
   */
  public record FileFinding(String file, Finding finding, String detail) {}

  /**
   * Looks at every file; what is wrong with one is told, and keeps none of the others from being
   * looked at.
   *
   * @throws dev.figment.DataException if there is nothing at the path, or an archive is damaged as
   *     a whole
   */
  public static DataCheck of(Path path, Progress progress) {
    return DataChecking.of(path, progress);
  }

  /** Whether a file keeps the set from being read. */
  public boolean isBroken() {
    return findings.stream().anyMatch(each -> each.finding().refuses());
  }

  /** Of how many files this is said. */
  public int count(Finding finding) {
    return (int) findings.stream().filter(each -> each.finding() == finding).count();
  }
}
