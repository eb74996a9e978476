package dev.figment.model.adversarial;

import dev.figment.data.Batch;
import dev.figment.loss.CategoricalCrossEntropy;
import dev.figment.loss.DiscriminatorLogits;
import dev.figment.loss.FeatureMatching;
import dev.figment.loss.Penalty;
import dev.figment.loss.PenaltyInput;
import dev.figment.model.AdversarialModel.AccuracyMeasure;
import dev.figment.model.Losses;
import dev.figment.model.ModelContext;
import dev.figment.model.Objective;
import dev.figment.model.Phase;
import dev.figment.model.TrainingPosition;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.optim.ExponentialMovingAverage;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The step of every kind of GAN, from top to bottom in the order in which it happens: the
 * discriminator's update (or two, on real and on generated examples), its lazy penalties where they
 * are due, the generator's update on fresh latents, the moving average.
 *
 * <p>Generated examples are made in training mode in both phases, as in PyTorch's DCGAN: the
 * running statistics of the generator's batch normalizations move in the discriminator's phase too,
 * though its weights do not. They take the classes of the real batch in turn, so that classes come
 * as often as in the data, and a generated example beside a real one is of its class.
 */
public final class AdversarialTraining implements AutoCloseable {
  private static final StreamName TARGETS = new StreamName("targets");
  private static final StreamName PENALTY = new StreamName("penalty");

  /** Which examples an update of the discriminator is on. */
  enum Part {
    REAL,
    FAKE,
    BOTH
  }

  private final AdversarialOptions options;
  private final Generator generator;
  private final Discriminator discriminator;
  private final ModelContext context;
  private final DiscriminatorStatistics statistics;
  private final Histories histories;
  private final Optimizer discriminatorOptimizer;
  private final Optimizer generatorOptimizer;
  private final Map<String, Penalty> penalties;
  private @Nullable Ema ema;
  private @Nullable ExponentialMovingAverage average;

  public AdversarialTraining(
      AdversarialOptions options,
      Generator generator,
      Discriminator discriminator,
      ModelContext context) {
    this.options = options;
    this.generator = generator;
    this.discriminator = discriminator;
    this.context = context;
    this.penalties = options.eachUpdate();
    this.statistics = DiscriminatorStatistics.of(options.loss(), options.targets());
    Parameters generatorParameters = generator.parameters().trainable();
    Parameters discriminatorParameters = discriminator.parameters().trainable();
    this.histories =
        new Histories(options.historicalAveraging(), generatorParameters, discriminatorParameters);
    this.generatorOptimizer = new Optimizer(options.optimizer().generator(), generatorParameters);
    this.discriminatorOptimizer =
        new Optimizer(options.discriminatorRule(), discriminatorParameters, options.weightClip());
  }

  /** The same, and after each step the parameters of a second generator follow the first. */
  public AdversarialTraining averagedIn(Parameters second, Ema ema) {
    this.ema = ema;
    this.average = new ExponentialMovingAverage(generator.parameters(), second);
    return this;
  }

  /** What happens in a step, in order. */
  public List<Phase> phases() {
    List<Phase> phases = new ArrayList<>(discriminatorPhases());
    options.lazy().forEach((name, penalty) -> phases.add(lazyPhase(name, penalty)));
    phases.add(generatorPhase("generator", this::generatorLoss));
    return phases;
  }

  private List<Phase> discriminatorPhases() {
    int times = options.discriminatorSteps();
    if (options.updates() == Updates.MIXED) {
      return List.of(discriminatorPhase(Part.BOTH).times(times));
    }
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      phases.add(discriminatorPhase(Part.REAL).onFreshBatch());
      phases.add(discriminatorPhase(Part.FAKE));
    }
    return phases;
  }

  private Phase discriminatorPhase(Part part) {
    return Phase.of(
        "discriminator",
        batch -> discriminatorLoss(batch, part),
        discriminator.parameters().trainable(),
        discriminatorOptimizer);
  }

  private Phase lazyPhase(String name, Penalty penalty) {
    return Phase.of(
            name,
            batch -> lazyPenalty(name, penalty, batch),
            discriminator.parameters().trainable(),
            discriminatorOptimizer)
        .every(penalty.every());
  }

  /** A phase that updates the generator, by the optimizer of all of them. */
  public Phase generatorPhase(String name, Objective objective) {
    return Phase.of(name, objective, generator.parameters().trainable(), generatorOptimizer);
  }

  /**
   * What the discriminator minimizes: the adversarial loss of a part of its examples, the
   * cross-entropy of classes where it classifies, penalties where there are real examples, and the
   * distance from its past.
   */
  private Losses discriminatorLoss(Batch batch, Part part) {
    Batch real = part == Part.FAKE ? null : real(batch);
    Batch fake = part == Part.REAL ? null : generatedWithoutGradient(batch);
    int reals = real == null ? 0 : real.size();
    Tensor targets = Objects.requireNonNull(joined(realTargets(real), fakeTargets(fake)));
    Pass pass = training();
    DiscriminatorOutput output = discriminated(real, fake, pass);
    DiscriminatorLogits logits = new DiscriminatorLogits(output.logits(), targets, reals);
    Tensor adversarial = options.loss().discriminator(logits);
    Tensor loss = adversarial;
    Tensor classes = joined(labels(real), labels(fake));
    if (output.classLogits() != null) {
      loss =
          loss.plus(
              CategoricalCrossEntropy.of(output.classLogits(), Objects.requireNonNull(classes)));
    }
    Map<String, Tensor> penalties =
        real == null || this.penalties.isEmpty()
            ? Map.of()
            : penalties(real, fake, output.logits().narrow(0, 0, reals));
    for (Tensor penalty : penalties.values()) {
      loss = loss.plus(penalty);
    }
    Losses losses = Losses.of(histories.added(loss, "discriminator"), pass);
    for (Map.Entry<String, Tensor> each : penalties.entrySet()) {
      losses = losses.with("penalty/" + each.getKey(), each.getValue());
    }
    losses = new DiscriminatorParts(options.loss()).added(losses, adversarial, logits);
    return statistics.of(losses, output, classes, reals);
  }

  /** Together in one batch, but apart where layers look at a batch as a whole. */
  private DiscriminatorOutput discriminated(@Nullable Batch real, @Nullable Batch fake, Pass pass) {
    if (real == null || fake == null) {
      Batch one = Objects.requireNonNull(real == null ? fake : real);
      return discriminator.apply(one.examples(), labels(one), pass);
    }
    if (discriminator.dependsOnBatch()) {
      return discriminator
          .apply(real.examples(), labels(real), pass)
          .and(discriminator.apply(fake.examples(), labels(fake), pass));
    }
    Tensor both = Tensor.concatenate(0, List.of(real.examples(), fake.examples()));
    return discriminator.apply(both, joined(labels(real), labels(fake)), pass);
  }

  private Map<String, Tensor> penalties(Batch real, @Nullable Batch fake, Tensor realOutputs) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    penalties.forEach(
        (name, each) -> values.put(name, each.of(penaltyInput(real, fake, realOutputs))));
    return values;
  }

  private PenaltyInput penaltyInput(
      Batch real, @Nullable Batch fake, @Nullable Tensor realOutputs) {
    return new PenaltyInput(
        x -> discriminator.apply(x, labels(real), training()).logits(),
        real.examples(),
        fake == null ? null : fake.examples(),
        realOutputs,
        context.streams().of(PENALTY));
  }

  /** A lazy penalty alone, for all the updates that went without. */
  private Losses lazyPenalty(String name, Penalty penalty, Batch batch) {
    Tensor value = penalty.of(penaltyInput(real(batch), null, null));
    int updates = penalty.every() * options.discriminatorSteps();
    return Losses.of(value.times(updates)).with("penalty/" + name, value);
  }

  /**
   * What the generator minimizes: its adversarial loss, the cross-entropy of the classes that it
   * was asked for where the discriminator classifies, the distance of its features from real ones,
   * and the distance from its past.
   */
  private Losses generatorLoss(Batch batch) {
    Pass generatorPass = training();
    Pass discriminatorPass = training();
    Batch real = real(batch);
    Batch fake = generated(batch, context.batch(), generatorPass);
    DiscriminatorOutput output =
        discriminator.apply(fake.examples(), fake.labels(), discriminatorPass);
    Tensor targets = drawn(options.targets().generator(), fake.size());
    Tensor loss = options.loss().generator(output.logits(), targets);
    if (output.classLogits() != null) {
      loss =
          loss.plus(
              CategoricalCrossEntropy.of(
                  output.classLogits(), Objects.requireNonNull(fake.labels())));
    }
    if (options.featureMatching() != null) {
      Tensor distance =
          FeatureMatching.of(features(real), Objects.requireNonNull(output.features()));
      loss = loss.plus(distance.times(options.featureMatching()));
    }
    Losses losses = Losses.of(histories.added(loss, "generator"), generatorPass, discriminatorPass);
    for (Map.Entry<String, Tensor> each : generator.statistics().entrySet()) {
      losses = losses.with(each.getKey(), each.getValue());
    }
    return PairwiseDistance.added(losses, real.examples(), fake.examples());
  }

  /** As {@link dev.figment.model.AdversarialModel#accuracyMeasure}. */
  public Optional<AccuracyMeasure> accuracyMeasure() {
    return statistics.border() == null
        ? Optional.empty()
        : Optional.of(new DiscriminatorEvaluation(generator, discriminator, statistics));
  }

  private Tensor features(Batch real) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return Objects.requireNonNull(
          discriminator.apply(real.examples(), labels(real), training()).features());
    }
  }

  private Batch real(Batch batch) {
    return new Batch(discriminator.real(batch.examples()), batch.labels(), batch.size());
  }

  /** As many as are real, for the discriminator alone: the generator learns nothing of them. */
  private Batch generatedWithoutGradient(Batch batch) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return generated(batch, batch.size(), training());
    }
  }

  private Batch generated(Batch like, int count, Pass pass) {
    Tensor classes = generator.isConditional() ? repeatedLabels(like, count) : null;
    return new Batch(generator.generate(count, classes, pass), classes, count);
  }

  /** The classes of a batch, over and over, for so many examples. */
  public static Tensor repeatedLabels(Batch reals, int count) {
    long[] which = new long[count];
    for (int i = 0; i < count; i++) {
      which[i] = i % reals.size();
    }
    Tensor labels = Objects.requireNonNull(reals.labels());
    return labels.rows(Tensor.ofLongs(which, count).to(labels.device()));
  }

  /** Classes where the generator is told them; a set may have more than a model asks for. */
  private @Nullable Tensor labels(@Nullable Batch batch) {
    return batch == null || !generator.isConditional() ? null : batch.labels();
  }

  private @Nullable Tensor realTargets(@Nullable Batch real) {
    return real == null ? null : drawn(options.targets().real(), real.size());
  }

  private @Nullable Tensor fakeTargets(@Nullable Batch fake) {
    return fake == null ? null : drawn(options.targets().fake(), fake.size());
  }

  private Tensor drawn(Interval interval, int count) {
    return interval.draw(context.streams().of(TARGETS), count).to(context.device());
  }

  /** Two batches one after the other, or the one that there is. */
  private static @Nullable Tensor joined(@Nullable Tensor first, @Nullable Tensor second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return Tensor.concatenate(0, List.of(first, second));
  }

  private Pass training() {
    return Pass.training(context.streams().of(StreamName.DROPOUT));
  }

  /** As {@link dev.figment.model.Model#advance}: means and the moving average take a step. */
  public void advance(TrainingPosition before, TrainingPosition now) {
    if (now.step() > before.step()) {
      histories.remember();
      if (average != null && ema != null) {
        average.follow(ema.beta(now.imagesSince(before), now.images()));
      }
    }
    histories.at(now.step());
  }

  /** As {@link dev.figment.model.Model#state}. */
  public Map<String, Tensor> state() {
    return histories.state();
  }

  @Override
  public void close() {
    histories.close();
  }
}
