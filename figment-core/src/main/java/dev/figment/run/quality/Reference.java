package dev.figment.run.quality;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.classifier.ClassifierExtractor;
import dev.figment.classifier.ImageClassifier;
import dev.figment.data.EvenlySpaced;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.metric.feature.FeatureExtractor;
import dev.figment.metric.feature.OnnxExtractor;
import dev.figment.metric.feature.ReferenceFeatures;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Real images, and what an extractor says of them, each made when it is first asked for: for many
 * measurements. The extractor is a classifier of the same images, trained once, or a file's.
 */
public final class Reference implements AutoCloseable {
  private final RealImages real;
  private final @Nullable Path extractorFile;
  private final Map<Integer, ReferenceFeatures> features = new HashMap<>();
  private @Nullable FeatureExtractor extractor;
  private @Nullable String fingerprint;

  /**
   * @param extractorFile of the Inception network; null for a classifier
   */
  public Reference(RealImages real, @Nullable Path extractorFile) {
    this.real = real;
    this.extractorFile = extractorFile;
  }

  RealImages real() {
    return real;
  }

  boolean hasInception() {
    return extractorFile != null;
  }

  /**
   * What says of images what is compared.
   *
   * @throws dev.figment.UsageException if the images have no classes that one could learn, or the
   *     file is none
   */
  FeatureExtractor extractor(Progress progress) {
    if (extractor == null) {
      extractor =
          extractorFile == null
              ? ClassifierExtractor.of(real.data().trainingOfAllClasses(), progress)
              : OnnxExtractor.open(extractorFile);
    }
    return extractor;
  }

  /**
   * The classifier that says which class an image shows.
   *
   * @throws UsageException if the extractor is a file's, which knows other classes
   */
  ImageClassifier classifier(Progress progress) {
    if (extractor(progress) instanceof ClassifierExtractor asked) {
      return asked.classifier();
    }
    throw new UsageException(
        "metrics class-share: is by a classifier of the set's own classes, and the extractor is"
            + " another network. Ask for it without one.");
  }

  /** What the model did not learn from. */
  ImageSet requireTest() {
    return real.data().of(Split.TEST);
  }

  /** Whether there is one, or a classifier could learn from the images. */
  boolean hasExtractor() {
    return hasInception() || real.data().trainingOfAllClasses().classes().size() > 1;
  }

  /** Of all images that the model learned from, and of at most so many of them each. */
  ReferenceFeatures features(int count, Progress progress) {
    ReferenceFeatures known = features.get(count);
    if (known == null) {
      known =
          ReferenceFeatures.of(
              real.training(), extractor(progress), Math.min(count, size()), progress);
      features.put(count, known);
    }
    return known;
  }

  /** So many of the images that the model learned from, taken evenly; all where there are fewer. */
  ImageSet images(int count) {
    return EvenlySpaced.of(real.training(), count);
  }

  int size() {
    return real.training().size();
  }

  String fingerprint() {
    if (fingerprint == null) {
      fingerprint = real.training().fingerprint();
    }
    return fingerprint;
  }

  @Override
  public void close() {
    if (extractor != null) {
      extractor.close();
    }
  }
}
