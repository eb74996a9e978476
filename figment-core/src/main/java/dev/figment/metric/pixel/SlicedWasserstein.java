package dev.figment.metric.pixel;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.data.ImageSet;
import dev.figment.metric.Estimate;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sliced Wasserstein distance of the patches of two sets of images, at each size of their
 * {@link LaplacianPyramid}: how far apart their local structures are, the details at the finest
 * level, the composition at the coarsest. 0 for a set and itself; lower is better.
 *
 * <p>At each level 7×7 patches of all channels at random places, normalized of each channel over
 * the whole set, are projected on random directions of length 1. Along a direction the distance is
 * the mean of |aᵢ − bᵢ| over the sorted projections of both sets, times 1,000; that of a level is
 * the mean over directions.
 *
 * @param patches of each image and level, at least 1; all places of a level that has fewer, and
 *     fewer where they would be more than 2¹⁸ of a set
 * @param directions at each level, at least 2
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, section 5</a>. How we differ:
 *     the patches of both sets are at the same places, so that a set and itself are at 0, and no
 *     place is drawn twice (of 14×14 pixels there are 64, of which 128 draws see most twice); a
 *     channel that is the same everywhere becomes 0, where theirs is divided by 0; levels go down
 *     to 14, not to 16; of more than 2,048 images fewer than 128 patches each are looked at, since
 *     sorting them takes the time: of 10,000 images 26, 262,144 in all, which two equal sources are
 *     some 2 apart by. Their 4 times 128 directions are 512.
 */
public record SlicedWasserstein(int patches, int directions) {
  /** As in the paper: 128 patches, 512 directions. */
  public static final SlicedWasserstein DEFAULT = new SlicedWasserstein(128, 512);

  private static final double SCALE = 1000;
  private static final int MOST_PATCHES = 1 << 18;

  /**
   * @throws dev.figment.UsageException if there are too few
   */
  public SlicedWasserstein {
    require(patches >= 1, "swd: patches must be at least 1, got %d", patches);
    require(directions >= 2, "swd: directions must be at least 2, got %d", directions);
  }

  /**
   * Distances. The standard errors are those of the choice of directions. Other images of the same
   * two sources would move the distances too, of which these say nothing.
   *
   * @param levels by size, the finest first: {@code 28}, {@code 14}, or {@code 32x48}
   * @param mean over levels
   */
  public record Result(Map<String, Estimate> levels, Estimate mean) {
    public Result {
      levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /** With the mean of levels whose directions were drawn apart. */
    static Result of(Map<String, Estimate> levels) {
      int count = levels.size();
      double mean = levels.values().stream().mapToDouble(Estimate::mean).sum() / count;
      double squares =
          levels.values().stream().mapToDouble(each -> Math.pow(each.standardError(), 2)).sum();
      int images = levels.values().iterator().next().examples();
      return new Result(levels, new Estimate(mean, Math.sqrt(squares) / count, images));
    }
  }

  /**
   * Compares two sets.
   *
   * @param reference as many images as were generated, of the same shape
   * @param seed of places and directions: the same gives the same numbers
   * @throws dev.figment.UsageException if there are none, if numbers or shapes differ, or if images
   *     are smaller than a patch
   */
  public Result of(ImageSet generated, ImageSet reference, long seed, Progress progress) {
    requireComparable(generated, reference);
    LaplacianPyramid pyramid = LaplacianPyramid.of(generated.shape());
    int perImage = Math.max(1, Math.min(patches, MOST_PATCHES / generated.size()));
    Task task = new Task("swd", pyramid.levels() * directions, "directions", "level");
    Map<String, Estimate> levels = new LinkedHashMap<>();
    for (int level = 0; level < pyramid.levels(); level++) {
      Shape size = pyramid.sizes().get(level);
      Corners corners = new Corners.Random(size, perImage, seed);
      Patches a = new Patches(generated, pyramid, level, corners);
      Patches b = new Patches(reference, pyramid, level, corners);
      RandomStream stream = RandomStream.named("swd/directions/" + size, seed);
      int before = level * directions;
      int side = size.height();
      double[] distances =
          Directions.random(directions, a.length(), stream)
              .distances(a, b, done -> progress.at(task, before + done, side));
      levels.put(name(size), estimate(distances, generated.size()));
    }
    return Result.of(levels);
  }

  private static void requireComparable(ImageSet generated, ImageSet reference) {
    Shape shape = generated.shape();
    require(
        shape.isImage() && shape.equals(reference.shape()),
        "swd: expected images of one size, got generated ones of %s and a reference of %s",
        shape,
        reference.shape());
    require(
        Math.min(shape.height(), shape.width()) >= Patches.SIDE,
        "swd: expected images of at least %d×%d, got %s",
        Patches.SIDE,
        Patches.SIDE,
        shape);
    require(
        generated.size() == reference.size() && generated.size() > 0,
        "swd: expected as many generated images as reference images and at least one, got %d and"
            + " %d",
        generated.size(),
        reference.size());
  }

  private static String name(Shape size) {
    return size.height() == size.width()
        ? String.valueOf(size.height())
        : size.height() + "x" + size.width();
  }

  private static Estimate estimate(double[] distances, int images) {
    Estimate overDirections = Estimate.of(Arrays.stream(distances).map(x -> x * SCALE).toArray());
    return new Estimate(overDirections.mean(), overDirections.standardError(), images);
  }
}
