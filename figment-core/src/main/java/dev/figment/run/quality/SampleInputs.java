package dev.figment.run.quality;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.metric.feature.FeatureExtraction;
import dev.figment.metric.feature.FeatureExtractor;
import dev.figment.metric.feature.Features;
import dev.figment.metric.feature.ReferenceFeatures;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What several metrics of one model need, each made when it is first asked for. */
final class SampleInputs {
  private final ImageSource source;
  private final Reference reference;
  private final int most;
  private final Progress progress;
  private @Nullable ImageSet generated;
  private @Nullable Features features;

  /**
   * @param most images that a metric needs: as many are generated
   */
  SampleInputs(ImageSource source, Reference reference, int most, Progress progress) {
    this.source = source;
    this.reference = reference;
    this.most = most;
    this.progress = progress;
  }

  ImageSource source() {
    return source;
  }

  Reference reference() {
    return reference;
  }

  Progress progress() {
    return progress;
  }

  FeatureExtractor extractor() {
    return reference.extractor(progress);
  }

  /** The first so many generated images. */
  ImageSet generated(int count) {
    if (generated == null) {
      generated = source.images(most, progress);
    }
    return count == most ? generated : generated.only(IntStream.range(0, count).toArray());
  }

  /** The features of the first so many generated images. */
  Points features(int count) {
    return all().vectors().rows(0, count);
  }

  /** What the extractor's classifier says of them. */
  Points logits(int count) {
    UsageException.require(
        all().hasLogits(),
        "metrics is: expected an extractor with logits of classes, got one with features alone."
            + " Leave it out.");
    return all().logits().rows(0, count);
  }

  private Features all() {
    if (features == null) {
      features = FeatureExtraction.of(generated(most), extractor(), progress);
    }
    return features;
  }

  ReferenceFeatures real(int count) {
    return reference.features(count, progress);
  }
}
