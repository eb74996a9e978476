package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.format.Safetensors;
import dev.figment.format.Safetensors.Entry;
import dev.figment.latent.Points;
import dev.figment.tensor.Doubles;
import dev.figment.tensor.Scope;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Count, mean and covariance of the features of many images, in float64: all that the Fréchet
 * distance asks of them. The statistics of parts {@linkplain #merge merge} into those of the whole,
 * so that a set of any size takes the memory of one part, and its parts may be computed on several
 * machines, each of which {@linkplain #write writes} a file.
 *
 * <p>What is held of the covariance is the scatter Σ (x − m)·(x − m)ᵀ around the mean, which loses
 * no digits where the mean is large beside the deviations, and merges without loss.
 *
 * @param source what the features are of
 * @param count n, how many images
 * @param mean m, one number for each feature
 * @param scatter (features, features), row after row; the arrays are taken over: they must not
 *     change afterwards
 * @see <a href="http://i.stanford.edu/pub/cstr/reports/cs/tr/79/773/CS-TR-79-773.pdf">Chan, Golub
 *     and LeVeque 1979, eq. 2.1</a> (of vectors)
 */
public record FeatureStatistics(FeatureSource source, int count, double[] mean, double[] scatter) {
  /**
   * @throws dev.figment.UsageException if there is no image, or the scatter is of another size than
   *     the mean
   */
  public FeatureStatistics {
    require(count >= 1, "feature statistics: expected at least 1 image, got %d", count);
    require(
        scatter.length == (long) mean.length * mean.length,
        "feature statistics: expected a scatter of %d × %d numbers, as the mean has, got %d",
        mean.length,
        mean.length,
        scatter.length);
  }

  /**
   * Those of some images.
   *
   * @param vectors the features of at least one
   */
  public static FeatureStatistics of(FeatureSource source, Points vectors) {
    require(vectors.count() >= 1, "feature statistics: expected at least 1 image, got 0");
    double[] mean = vectors.mean();
    try (Scope scope = Scope.open()) {
      double[] scatter = Doubles.toArray(vectors.scatter(mean));
      return new FeatureStatistics(source, vectors.count(), mean, scatter);
    }
  }

  /**
   * Those of the images of both, as if they had been computed at once: with δ = m₂ − m₁, the
   * scatter is S₁ + S₂ + δ·δᵀ·n₁·n₂/n.
   *
   * @throws dev.figment.UsageException if they are of two extractors
   */
  public FeatureStatistics merge(FeatureStatistics other) {
    source.requireSameExtractor(other.source);
    requireSize(other.size());
    int size = size();
    int all = Math.addExact(count, other.count);
    double weight = (double) count * other.count / all;
    double[] merged = mean.clone();
    double[] squares = scatter.clone();
    for (int i = 0; i < size; i++) {
      double apart = other.mean[i] - mean[i];
      merged[i] += apart * other.count / all;
      for (int j = 0; j < size; j++) {
        squares[i * size + j] +=
            other.scatter[i * size + j] + apart * (other.mean[j] - mean[j]) * weight;
      }
    }
    return new FeatureStatistics(source.with(other.source), all, merged, squares);
  }

  /** How many numbers the features of an image have. */
  public int size() {
    return mean.length;
  }

  /**
   * Σ (x − m)·(x − m)ᵀ / (n − 1), (features, features), row after row.
   *
   * @throws dev.figment.UsageException if it is of a single image
   */
  public double[] covariance() {
    require(count >= 2, "covariance of features: expected at least 2 images, got %d", count);
    return Arrays.stream(scatter).map(each -> each / (count - 1)).toArray();
  }

  /** Refuses features of another size. */
  void requireSize(int other) {
    require(
        other == size(),
        "features: expected %d numbers for each image, as the others have, got %d",
        size(),
        other);
  }

  /**
   * Writes a safetensors file: {@code mean} and {@code scatter} in F64, the rest as metadata.
   *
   * @throws dev.figment.DiskException if it cannot be written
   */
  public void write(Path file) {
    FeatureFile.write(file, this, Map.of());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws dev.figment.ModelFileException if the file is damaged, or of another version
   * @throws dev.figment.DiskException if it cannot be read
   */
  public static FeatureStatistics read(Path file) {
    return FeatureFile.read(file).statistics();
  }

  /** As the tensors of a file. */
  Map<String, Entry> entries() {
    return Map.of(
        "mean", Entry.of(new long[] {size()}, mean),
        "scatter", Entry.of(new long[] {size(), size()}, scatter));
  }

  static FeatureStatistics of(FeatureSource source, int count, Safetensors tensors) {
    return new FeatureStatistics(
        source, count, tensors.doubles("mean"), tensors.doubles("scatter"));
  }
}
