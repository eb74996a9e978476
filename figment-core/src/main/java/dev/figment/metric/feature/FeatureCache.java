package dev.figment.metric.feature;

import dev.figment.DiskException;
import dev.figment.FigmentException;
import dev.figment.ModelFileException;
import dev.figment.format.CacheFolder;
import dev.figment.format.Dtype;
import dev.figment.format.Safetensors.Entry;
import dev.figment.format.Sha256;
import dev.figment.format.Temporaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Features of sets on disk, a {@link FeatureFile} for each choice of set, extractor and count,
 * named by a SHA-256 of them. What is damaged or of another version is computed anew, with a
 * warning that names the file, and replaced; what cannot be kept is not, with a warning too.
 *
 * @param folder where the files are; null to keep none
 */
record FeatureCache(@Nullable Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureCache.class);

  /** What was kept of so many images of a source. */
  @Nullable FeatureFile kept(FeatureSource source, int count) {
    Path file = file(source, count);
    if (file == null || !Files.isRegularFile(file)) {
      return null;
    }
    try {
      FeatureFile kept = FeatureFile.read(file);
      requireMatch(file, kept, source, count);
      return kept;
    } catch (ModelFileException | DiskException e) { // both name the file
      LOG.warn("{} The features are computed anew.", e.getMessage());
      return null;
    }
  }

  private static void requireMatch(Path file, FeatureFile kept, FeatureSource source, int count) {
    FeatureStatistics statistics = kept.statistics();
    boolean matches =
        statistics.source().equals(source)
            && isOf(kept, "vectors", count, statistics.size())
            && (isOf(kept, "logits", count, null) || isOf(kept, "logits", 0, null));
    if (!matches) {
      throw new ModelFileException("%s: expected the features of %s, got others.", file, source);
    }
  }

  /**
   * Whether a tensor has floats in so many rows.
   *
   * @param columns null where any number will do
   */
  private static boolean isOf(FeatureFile kept, String name, int rows, @Nullable Integer columns) {
    Entry entry = kept.tensors().entry(name);
    long[] shape = entry.shape();
    return entry.dtype() == Dtype.F32
        && shape.length == 2
        && shape[0] == rows
        && (columns == null ? shape[1] <= Integer.MAX_VALUE : shape[1] == columns);
  }

  void keep(
      FeatureSource source, int count, FeatureStatistics statistics, Map<String, Entry> features) {
    Path file = file(source, count);
    if (folder == null || file == null) {
      return;
    }
    try {
      Temporaries.sweep(folder);
      FeatureFile.write(file, statistics, features);
    } catch (FigmentException e) {
      LOG.warn(
          "features are not kept for the next time ({}). Name another folder in {}, or off.",
          e.getMessage(),
          CacheFolder.VARIABLE);
    }
  }

  @Nullable Path file(FeatureSource source, int count) {
    if (folder == null) {
      return null;
    }
    String key = Sha256.of(source.extractor(), source.hash(), source.set(), count);
    return folder.resolve(key + ".features.safetensors");
  }
}
