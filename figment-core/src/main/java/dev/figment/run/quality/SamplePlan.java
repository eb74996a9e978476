package dev.figment.run.quality;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.metric.Measurement;
import dev.figment.metric.MetricName;
import dev.figment.metric.Protocol;
import dev.figment.metric.SampleMetric;
import dev.figment.metric.feature.FeatureExtractor;
import dev.figment.model.TrainingPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which metrics to measure of what a model generates. Nothing of it changes the model.
 *
 * @param metrics at least one
 */
public record SamplePlan(List<MetricName> metrics) {
  /** All that take seconds. */
  private static final List<SampleMetric> QUICK =
      List.of(
          SampleMetric.FRECHET,
          SampleMetric.KERNEL,
          SampleMetric.PRECISION,
          SampleMetric.RECALL,
          SampleMetric.DENSITY,
          SampleMetric.COVERAGE,
          SampleMetric.SLICED_WASSERSTEIN,
          SampleMetric.MS_SSIM,
          SampleMetric.NEAREST,
          SampleMetric.CLASS_SHARE);

  public SamplePlan {
    UsageException.require(!metrics.isEmpty(), "metrics: expected at least one name");
    metrics = List.copyOf(metrics);
  }

  /** All that take seconds and that the model and the images can have. */
  public static SamplePlan suiting(Generator generator, Reference reference, int count) {
    boolean hasFeatures = reference.hasExtractor();
    Stream<SampleMetric> metrics =
        QUICK.stream()
            .filter(each -> hasFeatures || !each.asksExtractor())
            .filter(each -> !each.needsClasses() || isAsked(generator, reference));
    return new SamplePlan(
        metrics
            .map(
                each -> MetricName.of(each, most(each, count, reference), reference.hasInception()))
            .toList());
  }

  /** Of as many real images as are generated there may be fewer. */
  private static int most(SampleMetric metric, int count, Reference reference) {
    return metric == SampleMetric.SLICED_WASSERSTEIN ? Math.min(count, reference.size()) : count;
  }

  /** Whether the model can be asked for classes, and there is a classifier that tells them. */
  private static boolean isAsked(Generator generator, Reference reference) {
    return generator.classes() > 0 && !reference.hasInception();
  }

  /**
   * Refuses what cannot be measured of a model, before anything takes long.
   *
   * @throws UsageException saying which metric, and what it needs
   */
  public void check(Generator generator, Reference reference) {
    UsageException.require(
        generator.form().shape().isImage(),
        "metrics %s: expected a model of images, got one of vectors of %s. What it makes is counted"
            + " by its own measures.",
        metrics.get(0),
        generator.form().shape());
    for (MetricName each : metrics) {
      UsageException.require(
          !each.metric().needsClasses() || generator.classes() > 0,
          "metrics %s: expected a model that can be asked for a class, got one that knows none."
              + " Train mnist-conditional-gan or mnist-acgan, for instance.",
          each);
      UsageException.require(
          each.count() <= most(each.metric(), each.count(), reference),
          "metrics %s: expected no more images than the %d real ones, since as many are compared,"
              + " got %d. Ask for swd%d.",
          each,
          reference.size(),
          each.count(),
          reference.size());
      UsageException.require(
          !each.metric().asksExtractor() || reference.hasExtractor(),
          "metrics %s: expected a set with classes, of which a classifier could learn what to"
              + " compare, got %s without. Ask for swd, ms-ssim or nearest, or give the file of the"
              + " Inception network as extractor.",
          each,
          reference.real().training().name());
    }
  }

  /**
   * Measures.
   *
   * @param position of the training of the model
   */
  public SampleEvaluation carryOut(
      Generator generator, Reference reference, TrainingPosition position, Progress progress) {
    check(generator, reference);
    return new SampleEvaluation(
        position,
        measure(generator, reference, generator.seed(), progress),
        protocol(generator, reference));
  }

  /**
   * Measures images wherever they come from.
   *
   * @param seed of what metrics draw
   */
  public List<Measurement> measure(
      ImageSource images, Reference reference, long seed, Progress progress) {
    SampleMeasurements each =
        new SampleMeasurements(new SampleInputs(images, reference, most(), progress), seed);
    List<Measurement> measurements = new ArrayList<>();
    metrics.forEach(name -> measurements.addAll(each.of(name)));
    return measurements;
  }

  private int most() {
    return metrics.stream().mapToInt(MetricName::count).max().orElseThrow();
  }

  private Protocol protocol(Generator generator, Reference reference) {
    Protocol protocol =
        new Protocol(
            null,
            null,
            most(),
            reference.size(),
            reference.real().training().name(),
            reference.real().data().trainingSplit().toString(),
            reference.fingerprint(),
            reference.hasInception() ? "bilinear to 299, of TensorFlow 1" : "none",
            "8 bits",
            generator.weights(),
            generator.truncation(),
            generator.prior(),
            generator.seed(),
            Protocol.VERSION);
    if (metrics.stream().noneMatch(each -> each.metric().asksExtractor())) {
      return protocol;
    }
    FeatureExtractor extractor = reference.extractor(Progress.NONE);
    return protocol.withExtractor(extractor.kind(), extractor.hash());
  }
}
