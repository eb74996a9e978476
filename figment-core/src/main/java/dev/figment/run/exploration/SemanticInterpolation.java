package dev.figment.run.exploration;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.latent.Interpolation;
import dev.figment.latent.Points;
import dev.figment.picture.ImageGrid;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a model has between images, or between points that it draws: 12 points as a grid of 3×4,
 * with a point between any two neighbors, decoded as 5×7 images.
 *
 * @param images the 35, row by row
 */
public record SemanticInterpolation(Samples images) {
  private static final int ROWS = 3;
  private static final int COLUMNS = 4;

  /** One between each two. */
  private static final int MORE_ROWS = 2 * ROWS - 1;

  private static final int MORE_COLUMNS = 2 * COLUMNS - 1;

  /**
   * Between the first 12 images of a set.
   *
   * @param ofClass the number of the class to take images of; null as in {@link
   *     KnownClasses#ofEach}
   * @throws UsageException if the model does not encode, or there are fewer images
   */
  public static SemanticInterpolation of(Trained trained, ImageSet set, @Nullable Integer ofClass) {
    int size = trained.codec().latentSize();
    int[] classes = trained.classes().ofEach(MORE_ROWS * MORE_COLUMNS, ofClass);
    ImageSet corners = set.only(first(set, classes == null ? null : classes[0]));
    Points codings = new Points(trained.encode(corners), size);
    return new SemanticInterpolation(trained.decode(resized(codings).values(), classes));
  }

  /**
   * Between the points of 12 images that the model makes of nothing: the first 12 of {@link
   * Trained#sample} with that seed.
   *
   * @param ofClass as in {@link #of}
   * @throws UsageException if the model does not sample
   */
  public static SemanticInterpolation ofSeed(
      Trained trained, long seed, @Nullable Integer ofClass) {
    trained.sampler(); // refuses a model that was taught no points to draw
    Points drawn = new Points(trained.randomPoints(ROWS * COLUMNS, seed), trained.latentSize());
    int[] classes = trained.classes().ofEach(MORE_ROWS * MORE_COLUMNS, ofClass);
    return new SemanticInterpolation(trained.imagesAt(resized(drawn).values(), classes));
  }

  private static Points resized(Points grid) {
    return Interpolation.resized(grid, ROWS, COLUMNS, MORE_ROWS, MORE_COLUMNS);
  }

  private static int[] first(ImageSet set, @Nullable Integer ofClass) {
    int[] first =
        IntStream.range(0, set.size())
            .filter(i -> ofClass == null || set.label(i) == ofClass)
            .limit(ROWS * COLUMNS)
            .toArray();
    UsageException.require(
        first.length == ROWS * COLUMNS,
        "interpolate: expected at least %d images in %s, got %d. Go between two of them.",
        ROWS * COLUMNS,
        set.name(),
        first.length);
    return first;
  }

  /** All of them, the places of the 12 framed. */
  public ImageGrid grid() {
    return images.grid(MORE_ROWS, MORE_COLUMNS).margin(4).framed(places());
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
