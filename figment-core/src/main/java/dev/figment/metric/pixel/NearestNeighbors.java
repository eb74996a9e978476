package dev.figment.metric.pixel;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.data.ImageSet;
import dev.figment.metric.Estimate;
import dev.figment.tensor.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a generator repeats what it was trained on: how far each generated image is from the
 * nearest training image, beside how far new real images are. The distance is √(mean of (aⱼ − bⱼ)²)
 * over all pixels and channels, of 0 to 255.
 *
 * <p>Of a generator that learned what images are like, generated images are about as far as test
 * images. Copies show as a share well above 1 %. Blurred images are nearer than real ones too,
 * since they are near to everything: look at the pairs.
 *
 * @param nearest of each generated image, the number of the nearest training image
 * @param distances of each generated image to it
 * @param generated the median of these
 * @param test the median of as many test images, or of all where there are fewer; null without a
 *     test set
 * @param copies the share of generated images that are nearer to a training image than the first
 *     percentile of the test images is, 0 to 1: 0.01 is expected; null with fewer than 100 test
 *     images
 */
public record NearestNeighbors(
    int[] nearest,
    double[] distances,
    Estimate generated,
    @Nullable Estimate test,
    @Nullable Estimate copies) {
  /** Of fewer test images there is no first percentile. */
  public static final int FEWEST_FOR_COPIES = 100;

  private static final double PERCENTILE = 0.01;

  /**
   * Searches. The standard errors are those of a bootstrap of the generated and of the test images.
   *
   * @param generated at least 2
   * @param training what the generator learned from, of the same shape, at least 1
   * @param test other real images, at least 2, of the same shape; null where there are none
   * @param seed of the choice of test images and of resamples
   * @throws dev.figment.UsageException if there are too few, or shapes differ
   */
  public static NearestNeighbors of(
      ImageSet generated,
      ImageSet training,
      @Nullable ImageSet test,
      long seed,
      Progress progress) {
    requireComparable("generated", generated, 2, training);
    requireComparable("training", training, 1, training);
    ImageSet others = test == null ? null : some(test, generated.size(), seed);
    if (others != null) {
      requireComparable("test", others, 2, training);
    }
    int all = generated.size() + (others == null ? 0 : others.size());
    Task task = new Task("nearest", all, "images", "done");
    PixelSearch search = new PixelSearch(training);
    int[] nearest = search.nearest(generated, done -> progress.at(task, done, done));
    double[] distances = search.distances(generated, nearest);
    RandomStream stream = RandomStream.named("nearest/resamples", seed);
    Estimate median = median(distances, stream);
    if (others == null) {
      return new NearestNeighbors(nearest, distances, median, null, null);
    }
    int before = generated.size();
    int[] ofTest = search.nearest(others, done -> progress.at(task, before + done, before + done));
    double[] testDistances = search.distances(others, ofTest);
    return new NearestNeighbors(
        nearest,
        distances,
        median,
        median(testDistances, stream),
        others.size() < FEWEST_FOR_COPIES ? null : copies(distances, testDistances, stream));
  }

  private static void requireComparable(String which, ImageSet set, int fewest, ImageSet training) {
    require(
        set.size() >= fewest,
        "nearest: expected at least %d %s images, got %d",
        fewest,
        which,
        set.size());
    require(
        set.shape().equals(training.shape()),
        "nearest: expected images of one size, got %s ones of %s and training ones of %s",
        which,
        set.shape(),
        training.shape());
  }

  private static ImageSet some(ImageSet test, int count, long seed) {
    int[] all = IntStream.range(0, test.size()).toArray();
    RandomStream stream = RandomStream.named("nearest/test", seed);
    return test.size() <= count ? test : test.only(stream.some(all, count));
  }

  private static Estimate median(double[] distances, RandomStream stream) {
    double error =
        Resamples.standardError(stream, each -> quantile(Resamples.of(distances, each), 0.5));
    return new Estimate(quantile(distances, 0.5), error, distances.length);
  }

  private static Estimate copies(double[] generated, double[] test, RandomStream stream) {
    double error =
        Resamples.standardError(
            stream, each -> share(Resamples.of(generated, each), Resamples.of(test, each)));
    return new Estimate(share(generated, test), error, generated.length);
  }

  private static double share(double[] generated, double[] test) {
    double limit = quantile(test, PERCENTILE);
    return (double) Arrays.stream(generated).filter(x -> x < limit).count() / generated.length;
  }

  /** By linear interpolation between the two values beside it, as NumPy has it. */
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
