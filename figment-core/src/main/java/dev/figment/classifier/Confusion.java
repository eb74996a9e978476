package dev.figment.classifier;

import static dev.figment.UsageException.require;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What images asked for by class were taken for.
 *
 * @param classes their names
 * @param counts of images: the first number is the class asked for, the second the class seen
 */
public record Confusion(List<String> classes, int[][] counts) {
  /**
   * @param asked the class that each image was to be of
   * @param seen the class that it was taken for
   */
  public static Confusion of(List<String> classes, int[] asked, int[] seen) {
    require(
        asked.length == seen.length && asked.length > 0,
        "confusion: expected a class seen for each of %d images, got %d",
        asked.length,
        seen.length);
    int[][] counts = new int[classes.size()][classes.size()];
    for (int i = 0; i < asked.length; i++) {
      counts[asked[i]][seen[i]]++;
    }
    return new Confusion(classes, counts);
  }

  /**
   * Two classes, and how often the one was taken for the other.
   *
   * @param share of the images asked of the first, in [0, 1]
   */
  public record Mistake(String asked, String seen, double share) {}

  /** How many images were asked for. */
  public int images() {
    return numbers().map(this::images).sum();
  }

  /** How many of them were taken for what was asked. */
  public int right() {
    return numbers().map(each -> counts[each][each]).sum();
  }

  /** The share of all images that were taken for what was asked, in [0, 1]. */
  public double accuracy() {
    return (double) right() / images();
  }

  /** The same of one class; NaN where none was asked for. */
  public double accuracy(int asked) {
    return share(asked, asked);
  }

  /** The mistake that most images are part of; none where all are right. */
  public Optional<Mistake> mostFrequentMistake() {
    return numbers()
        .boxed()
        .flatMap(asked -> numbers().mapToObj(seen -> new int[] {asked, seen}))
        .filter(pair -> pair[0] != pair[1] && counts[pair[0]][pair[1]] > 0)
        .max(Comparator.comparingInt(pair -> counts[pair[0]][pair[1]]))
        .map(pair -> mistake(pair[0], pair[1]));
  }

  private Mistake mistake(int asked, int seen) {
    return new Mistake(classes.get(asked), classes.get(seen), share(asked, seen));
  }

  private double share(int asked, int seen) {
    return (double) counts[asked][seen] / images(asked);
  }

  private int images(int asked) {
    return IntStream.of(counts[asked]).sum();
  }

  private IntStream numbers() {
    return IntStream.range(0, classes.size());
  }
}
