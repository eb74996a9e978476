package dev.figment.run.quality;

import dev.figment.UsageException;
import dev.figment.classifier.ClassShare;
import dev.figment.classifier.ClassificationAccuracyScore;
import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import dev.figment.metric.Measurement;
import dev.figment.metric.MetricName;
import dev.figment.metric.feature.ClassifierScore;
import dev.figment.metric.feature.DensityCoverage;
import dev.figment.metric.feature.FrechetDistance;
import dev.figment.metric.feature.KernelDistance;
import dev.figment.metric.feature.PerceptualPathLength;
import dev.figment.metric.feature.PrecisionRecall;
import dev.figment.metric.pixel.MultiScaleSsim;
import dev.figment.metric.pixel.NearestNeighbors;
import dev.figment.metric.pixel.SlicedWasserstein;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each metric of samples as its name asks for it. */
final class SampleMeasurements {
  private static final int PRECISION_NEIGHBOR = 3;
  private static final int DENSITY_NEIGHBOR = 5;
  private static final String LEVELS = "gray levels, root mean square";
  private static final String SHARE = "share of images";

  private final SampleInputs inputs;
  private final long seed;
  private final Map<Integer, PrecisionRecall> precisions = new HashMap<>();
  private final Map<Integer, DensityCoverage> densities = new HashMap<>();

  /**
   * @param seed of what metrics draw
   */
  SampleMeasurements(SampleInputs inputs, long seed) {
    this.inputs = inputs;
    this.seed = seed;
  }

  /** One number, or a few that belong together. */
  List<Measurement> of(MetricName name) {
    int n = name.count();
    return switch (name.metric()) {
      case FRECHET -> one(name, frechet(n), "squared distance");
      case KERNEL -> one(name, kernel(n), "squared distance");
      case CLASSIFIER_SCORE ->
          one(name, ClassifierScore.estimate(inputs.logits(n)), "of at most the classes");
      case PRECISION -> one(name, precision(n).precision(), SHARE);
      case RECALL -> one(name, precision(n).recall(), "share of real images");
      case DENSITY -> one(name, density(n).density(), "1 where as dense as real images");
      case COVERAGE -> one(name, density(n).coverage(), "share of real images");
      case PATH_LENGTH -> one(name, pathLength(n), "squared distance per squared step");
      case SLICED_WASSERSTEIN -> slicedWasserstein(name);
      case MS_SSIM -> similarity(name);
      case NEAREST -> nearest(name);
      case CLASSIFICATION_ACCURACY -> one(name, classificationAccuracy(n), "share of real images");
      case CLASS_SHARE -> one(name, classShare(n), SHARE);
    };
  }

  private static List<Measurement> one(MetricName name, Estimate estimate, String unit) {
    return List.of(Measurement.ofSamples(name.toString(), estimate, unit));
  }

  private Estimate frechet(int n) {
    return FrechetDistance.estimate(inputs.features(n), inputs.real(n).statistics(), seed);
  }

  private Estimate kernel(int n) {
    return KernelDistance.DEFAULT.estimate(inputs.features(n), real(n), seed);
  }

  private Points real(int n) {
    return inputs.real(n).features().vectors();
  }

  private PrecisionRecall precision(int n) {
    return precisions.computeIfAbsent(
        n, count -> PrecisionRecall.of(inputs.features(n), real(n), PRECISION_NEIGHBOR));
  }

  private DensityCoverage density(int n) {
    return densities.computeIfAbsent(
        n, count -> DensityCoverage.of(inputs.features(n), real(n), DENSITY_NEIGHBOR));
  }

  private Estimate pathLength(int n) {
    if (!(inputs.source() instanceof Generator generator) || generator.model() == null) {
      throw new UsageException(
          "metrics ppl: expected a model that samples points of a known distribution, got none."
              + " Leave it out.");
    }
    return PerceptualPathLength.of(n)
        .of(
            generator.model(),
            generator.form().range(),
            generator.device(),
            inputs.extractor(),
            seed,
            inputs.progress());
  }

  private List<Measurement> slicedWasserstein(MetricName name) {
    ImageSet real = inputs.reference().images(name.count());
    SlicedWasserstein.Result distances =
        SlicedWasserstein.DEFAULT.of(inputs.generated(name.count()), real, seed, inputs.progress());
    List<Measurement> all = new ArrayList<>(one(name, distances.mean(), "×1000"));
    distances
        .levels()
        .forEach((size, each) -> all.add(Measurement.ofSamples(name + "/" + size, each, "×1000")));
    return all;
  }

  private List<Measurement> similarity(MetricName name) {
    ImageSet real = inputs.reference().images(name.count());
    ImageSet generated = inputs.generated(name.count());
    return List.of(similarity(name.toString(), generated), similarity(name + "/real", real));
  }

  private Measurement similarity(String name, ImageSet images) {
    Estimate estimate = MultiScaleSsim.of(images, seed, inputs.progress());
    return Measurement.ofSamples(name, estimate, "1 where all are alike");
  }

  private List<Measurement> nearest(MetricName name) {
    RealImages real = inputs.reference().real();
    NearestNeighbors nearest =
        NearestNeighbors.of(
            inputs.generated(name.count()), real.training(), real.test(), seed, inputs.progress());
    List<Measurement> all = new ArrayList<>(one(name, nearest.generated(), LEVELS));
    if (nearest.test() != null) {
      all.add(Measurement.ofSamples(name + "/test", nearest.test(), LEVELS));
    }
    if (nearest.copies() != null) {
      all.add(Measurement.ofSamples(name + "/copies", nearest.copies(), SHARE));
    }
    return all;
  }

  private Estimate classificationAccuracy(int n) {
    return ClassificationAccuracyScore.of(
        inputs.generated(n), inputs.reference().requireTest(), inputs.progress());
  }

  private Estimate classShare(int n) {
    return ClassShare.of(inputs.generated(n), inputs.reference().classifier(inputs.progress()))
        .share();
  }
}
