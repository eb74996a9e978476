package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.data.ImageSet;
import dev.figment.format.CacheFolder;
import dev.figment.format.Safetensors;
import dev.figment.format.Safetensors.Entry;
import dev.figment.latent.Points;
import dev.figment.nn.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What real images say to an extractor, which is what generated ones are compared with. It is
 * computed once for each set and extractor and kept on disk, see {@link CacheFolder}.
 *
 * @param image the shape of the images
 * @param statistics of all images of the set
 * @param features of some of them, taken evenly: for what is compared image by image
 */
public record ReferenceFeatures(Shape image, FeatureStatistics statistics, Features features) {
  /**
   * Those of a set: as they were kept, or else computed, a part of the images at a time, and kept.
   *
   * @param set at least one image
   * @param count of how many images the features are held; of all where there are fewer
   * @param progress is told after each part, and nothing where they were kept
   * @throws dev.figment.UsageException if there is no image, the extractor cannot take them, or the
   *     count is below 1
   */
  public static ReferenceFeatures of(
      ImageSet set, FeatureExtractor extractor, int count, Progress progress) {
    return of(set, extractor, count, progress, CacheFolder.of("features"));
  }

  /**
   * @param folder where they are kept; null to keep none
   */
  static ReferenceFeatures of(
      ImageSet set,
      FeatureExtractor extractor,
      int count,
      Progress progress,
      @Nullable Path folder) {
    require(count >= 1, "reference features: count must be at least 1, got %d", count);
    extractor.requireFit(set.shape());
    FeatureSource source = FeatureSource.of(extractor, set);
    int held = Math.min(count, set.size());
    FeatureCache cache = new FeatureCache(folder);
    FeatureFile kept = cache.kept(source, held);
    if (kept != null) {
      return of(set.shape(), kept);
    }
    ReferenceFeatures computed = compute(set, extractor, source, held, progress);
    cache.keep(source, held, computed.statistics, computed.entries());
    return computed;
  }

  private static ReferenceFeatures compute(
      ImageSet set, FeatureExtractor extractor, FeatureSource source, int held, Progress progress) {
    List<FeatureStatistics> statistics = new ArrayList<>(); // of all until now: one
    List<Points> vectors = new ArrayList<>();
    List<Points> logits = new ArrayList<>();
    FeatureExtraction.forEachPart(
        set,
        extractor,
        progress,
        (start, part) -> {
          FeatureStatistics those = FeatureStatistics.of(source, part.vectors());
          statistics.add(statistics.isEmpty() ? those : statistics.remove(0).merge(those));
          int[] chosen = chosen(start, part.vectors().count(), set.size(), held);
          Features some = part.select(chosen);
          vectors.add(some.vectors());
          logits.add(some.logits());
        });
    Features features = new Features(Points.joined(vectors), Points.joined(logits));
    return new ReferenceFeatures(set.shape(), statistics.get(0), features);
  }

  /** Which images of a part are among those held, ⌊i·all/held⌋, counted from its start. */
  private static int[] chosen(int start, int count, int all, int held) {
    return IntStream.range(0, count)
        .filter(i -> before(start + i + 1, all, held) > before(start + i, all, held))
        .toArray();
  }

  /** How many of those held come before an image. */
  private static long before(int image, int all, int held) {
    return ((long) image * held + all - 1) / all;
  }

  /**
   * The features of generated images, by the extractor of the reference.
   *
   * @param progress is told after each part
   * @throws dev.figment.UsageException if they are of another size than those of the reference, or
   *     the extractor is another
   */
  public Features featuresOf(ImageSet generated, FeatureExtractor extractor, Progress progress) {
    require(
        generated.shape().equals(image),
        "%s: expected images of %s, as the reference has, got %s. Compare images of one size"
            + " (data.size).",
        generated.name(),
        image,
        generated.shape());
    statistics.source().requireSameExtractor(FeatureSource.of(extractor, generated));
    return FeatureExtraction.of(generated, extractor, progress);
  }

  private Map<String, Entry> entries() {
    return Map.of("vectors", entry(features.vectors()), "logits", entry(features.logits()));
  }

  private static Entry entry(Points points) {
    return Entry.of(new long[] {points.count(), points.size()}, points.values());
  }

  private static ReferenceFeatures of(Shape image, FeatureFile kept) {
    Features features =
        new Features(points(kept.tensors(), "vectors"), points(kept.tensors(), "logits"));
    return new ReferenceFeatures(image, kept.statistics(), features);
  }

  private static Points points(Safetensors tensors, String name) {
    return new Points(tensors.floats(name), (int) tensors.entry(name).shape()[1]);
  }
}
