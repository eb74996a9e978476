package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.data.ImageSet;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What features are of: two that differ in their extractor are never compared or joined.
 *
 * @param extractor what kind it is, as {@link FeatureExtractor#kind} says
 * @param hash of the extractor, as {@link FeatureExtractor#hash} says
 * @param set which images, as {@link ImageSet#fingerprint} says; of several sets, all
 */
public record FeatureSource(String extractor, String hash, String set) {
  private static final String AND = " + ";

  public static FeatureSource of(FeatureExtractor extractor, ImageSet images) {
    return new FeatureSource(extractor.kind(), extractor.hash(), images.fingerprint());
  }

  /** The source of the images of two sources; of parts of one set, that set. */
  FeatureSource with(FeatureSource other) {
    requireSameExtractor(other);
    TreeSet<String> sets = new TreeSet<>(Arrays.asList(set.split(" \\+ ")));
    sets.addAll(Arrays.asList(other.set.split(" \\+ ")));
    return new FeatureSource(extractor, hash, sets.stream().collect(Collectors.joining(AND)));
  }

  /**
   * Refuses features of another extractor.
   *
   * @throws dev.figment.UsageException saying how the two differ
   */
  public void requireSameExtractor(FeatureSource other) {
    require(
        extractor.equals(other.extractor),
        "features: expected two of one extractor, got one of kind %s and one of kind %s. Compute"
            + " both with the same.",
        extractor,
        other.extractor);
    require(
        hash.equals(other.hash),
        "features: expected two of one extractor, got two of kind %s with other weights (hashes %s"
            + " and %s). Compute both with the same.",
        extractor,
        hash,
        other.hash);
  }
}
