package dev.figment.cli;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.latent.Interpolation;
import dev.figment.latent.Points;
import dev.figment.picture.ImageGrid;
import dev.figment.run.Trained;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Semantic interpolation: the points of 3×4 images as a grid, with a point between any two
 * neighbours, all decoded; the places of the images themselves are framed.
 */
final class SemanticGrid {
  private static final int ROWS = 3;
  private static final int COLUMNS = 4;

  /** One between each two. */
  private static final int MORE_ROWS = 2 * ROWS - 1;

  private static final int MORE_COLUMNS = 2 * COLUMNS - 1;

  private SemanticGrid() {}

  /**
   * @param ofClass the number of the class to take images of, where the model knows classes
   */
  static ImageGrid of(Trained trained, ImageSet set, int ofClass) {
    ImageSet shown = set.only(first(set, trained.classes() > 0, ofClass));
    Points coded = new Points(trained.encode(shown), trained.codec().latentSize());
    Points all = Interpolation.resized(coded, ROWS, COLUMNS, MORE_ROWS, MORE_COLUMNS);
    int[] classes = new int[all.count()];
    Arrays.fill(classes, ofClass);
    return trained
        .decode(all.values(), trained.classes() > 0 ? classes : null)
        .grid(MORE_ROWS, MORE_COLUMNS)
        .margin(4)
        .framed(places());
  }

  private static int[] first(ImageSet set, boolean chosen, int ofClass) {
    int[] first =
        IntStream.range(0, set.size())
            .filter(i -> !chosen || set.label(i) == ofClass)
            .limit(ROWS * COLUMNS)
            .toArray();
    UsageException.require(
        first.length == ROWS * COLUMNS,
        "interpolate: expected at least %d images in %s, got %d. Name two with --from and --to.",
        ROWS * COLUMNS,
        set.name(),
        first.length);
    return first;
  }

  private static Set<Integer> places() {
    Set<Integer> places = new HashSet<>();
    for (int row = 0; row < MORE_ROWS; row += 2) {
      for (int column = 0; column < MORE_COLUMNS; column += 2) {
        places.add(row * MORE_COLUMNS + column);
      }
    }
    return places;
  }
}
