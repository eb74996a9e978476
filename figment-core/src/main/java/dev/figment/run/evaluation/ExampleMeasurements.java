package dev.figment.run.evaluation;

import dev.figment.Progress;
import dev.figment.metric.BitsPerDimension;
import dev.figment.metric.Estimate;
import dev.figment.metric.ExampleScores;
import dev.figment.metric.Examples;
import dev.figment.metric.Measurement;
import dev.figment.metric.NegativeLogLikelihood;
import dev.figment.model.AdversarialModel;
import dev.figment.model.AdversarialModel.AccuracyMeasure;
import dev.figment.model.DensityModel;
import dev.figment.model.Validated;
import dev.figment.recipe.Recipe;
import dev.figment.run.exploration.Trained;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be measured of a model on examples.
 *
 * @param validated what the model says of each
 * @param samples of {@link NegativeLogLikelihood}
 */
record ExampleMeasurements(
    Trained trained, Examples examples, List<String> validated, int samples) {
  static ExampleMeasurements of(Trained trained, Examples examples, int samples) {
    List<String> validated =
        trained.is(Validated.class)
            ? ExampleScores.names(trained.as(Validated.class, "be measured"), examples)
            : List.of();
    return new ExampleMeasurements(trained, examples, validated, samples);
  }

  static boolean fits(Trained trained) {
    return trained.is(Validated.class) || measure(trained).isPresent();
  }

  private static Optional<AccuracyMeasure> measure(Trained trained) {
    return trained.is(AdversarialModel.class)
        ? trained.as(AdversarialModel.class, "be measured").accuracyMeasure()
        : Optional.empty();
  }

  /** All that take seconds. */
  List<String> quick() {
    List<String> quick = new ArrayList<>(validated);
    measure(trained).ifPresent(some -> quick.add(DiscriminatorMeasurements.NAME));
    return quick;
  }

  List<String> names() {
    List<String> names = new ArrayList<>(quick());
    names.addAll(trained.is(DensityModel.class) ? List.of(EvaluationPlan.NLL) : List.of());
    return names;
  }

  List<Measurement> measure(List<String> names, Progress progress) {
    long seed = trained.recipe().seed();
    List<Measurement> measurements = new ArrayList<>();
    if (names.stream().anyMatch(validated::contains)) {
      Validated model = trained.as(Validated.class, "be measured");
      ExampleScores scores = ExampleScores.of(model, examples, seed, progress);
      validated.stream()
          .filter(names::contains)
          .forEach(name -> measurements.add(Measurement.ofExamples(name, scores.estimate(name))));
    }
    if (names.contains(DiscriminatorMeasurements.NAME)) {
      measurements.addAll(discriminator().of(examples, seed, progress));
    }
    if (names.contains(EvaluationPlan.NLL)) {
      measurements.addAll(likelihood(seed, progress));
    }
    return measurements;
  }

  private DiscriminatorMeasurements discriminator() {
    Recipe recipe = trained.recipe();
    int batch = recipe.model().realExamples(recipe.train().batch());
    return new DiscriminatorMeasurements(measure(trained).orElseThrow(), batch);
  }

  private List<Measurement> likelihood(long seed, Progress progress) {
    DensityModel model = trained.as(DensityModel.class, "say how likely examples are");
    NegativeLogLikelihood nll = new NegativeLogLikelihood(samples);
    Estimate nats = nll.of(model, examples, seed, progress);
    Estimate bits = BitsPerDimension.of(nats, examples.set().shape().count());
    return List.of(
        new Measurement(nll.name(), nats, samples, "nats per example"),
        new Measurement(nll.name() + "-" + Measurement.BITS, bits, samples, "bits per dimension"));
  }
}
