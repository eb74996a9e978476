package dev.figment.metric;

import org.jspecify.annotations.Nullable;

/**
 * What can be measured of images that a model generates. A result is called after it and its
 * protocol, {@code fd10k-features}: {@link MetricName}.
 */
public enum SampleMetric {
  /** Fréchet distance of features. */
  FRECHET("fd", "fid", Better.LOWER),
  /** Kernel distance of features, squared. */
  KERNEL("kd", "kid", Better.LOWER),
  /** How sure a classifier is of each image, and how unsure of all. */
  CLASSIFIER_SCORE("cs", "is", Better.HIGHER),
  /** The share of generated images that lie among real ones. */
  PRECISION("precision", "precision", Better.HIGHER),
  /** The share of real images that lie among generated ones. */
  RECALL("recall", "recall", Better.HIGHER),
  /** In how many neighborhoods of real images a generated one lies. */
  DENSITY("density", "density", Better.HIGHER),
  /** The share of real images in whose neighborhood a generated one lies. */
  COVERAGE("coverage", "coverage", Better.HIGHER),
  /** How far images move in features where their points move a little. */
  PATH_LENGTH("ppl", "ppl", Better.LOWER),
  /** Sliced Wasserstein distance of patches. */
  SLICED_WASSERSTEIN("swd", null, Better.LOWER),
  /** How alike two generated images are: to be compared with real ones. */
  MS_SSIM("ms-ssim", null, Better.NEITHER),
  /** How near generated images lie to those that were learned from. */
  NEAREST("nearest", null, Better.NEITHER),
  /** How well a classifier that learned from generated images reads real ones. */
  CLASSIFICATION_ACCURACY("cas", null, Better.HIGHER),
  /** How often an image is read as the class that was asked for. */
  CLASS_SHARE("class-share", null, Better.HIGHER);

  /** Which of two results is the better one. */
  public enum Better {
    LOWER,
    HIGHER,
    /** Neither by itself. */
    NEITHER
  }

  private final String plain;
  private final @Nullable String ofInception;
  private final Better better;

  SampleMetric(String plain, @Nullable String ofInception, Better better) {
    this.plain = plain;
    this.ofInception = ofInception;
    this.better = better;
  }

  /** Which of two results is the better one. */
  public Better better() {
    return better;
  }

  /** Whether it compares what an extractor says of images. */
  public boolean isOfFeatures() {
    return ofInception != null;
  }

  /** Whether it says what the protocol's extractor says, of features or of classes. */
  public boolean asksExtractor() {
    return isOfFeatures() || this == CLASS_SHARE;
  }

  /** Whether it is of models that can be asked for a class alone. */
  public boolean needsClasses() {
    return this == CLASSIFICATION_ACCURACY || this == CLASS_SHARE;
  }

  /** The name without its protocol: {@code fd}. */
  String plain() {
    return plain;
  }

  /** The same where the features are those of Inception: {@code fid}. */
  String ofInception() {
    return ofInception == null ? plain : ofInception;
  }

  /** Whether it may be called so by the features of any network, or has none. */
  boolean isOwnName(String base) {
    return base.equals(plain);
  }

  /** Of fewer images it says nothing. */
  public int fewest() {
    return switch (this) {
      case PRECISION, RECALL -> 4;
      case DENSITY, COVERAGE -> 6;
      case CLASSIFIER_SCORE -> 10;
      case PATH_LENGTH -> 100;
      default -> 2;
    };
  }

  /** What its name says of it after the count: {@code -k3}. */
  String parameters() {
    return switch (this) {
      case PRECISION, RECALL -> "-k3";
      case DENSITY, COVERAGE -> "-k5";
      default -> "";
    };
  }
}
