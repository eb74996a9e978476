package dev.figment.model.adversarial.gan;

import dev.figment.model.AdversarialModel;
import dev.figment.model.Invertible;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.Sampler;
import dev.figment.model.TrainingPosition;
import dev.figment.model.adversarial.AdversarialTraining;
import dev.figment.model.adversarial.HiddenFeatures;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A generator and a discriminator of plain layers that learn against each other. {@link
 * AdversarialTraining} is their step.
 */
public final class Gan implements Model, Sampler, AdversarialModel, Invertible {
  private final int latent;
  private final int classes;
  private final Map<String, Network> networks = new LinkedHashMap<>();
  private final GanGenerator generator;
  private final @Nullable GanGenerator ema;
  private final GanDiscriminator discriminator;
  private final AdversarialTraining training;
  private final List<Phase> phases;

  Gan(GanRecipe recipe, ModelContext context) {
    this.latent = recipe.latent();
    this.classes = recipe.labels() == null ? 0 : context.form().classes().size();
    RandomStream init = context.streams().of(StreamName.INIT);
    for (Architecture each : recipe.architectures(context.form())) {
      networks.put(each.name(), each.create(init, context.device()));
    }
    this.discriminator = discriminator(recipe, context);
    Reference latents = Reference.ofLatents(recipe.generator(), latent, context);
    this.generator = generator("generator", "generatorLabel", latents, context);
    this.training = new AdversarialTraining(recipe.options(), generator, discriminator, context);
    if (recipe.ema() == null) {
      this.ema = null;
    } else {
      this.ema = generator("ema", "emaLabel", null, context);
      training.averagedIn(ema.parameters(), recipe.ema());
    }
    this.phases = List.copyOf(training.phases());
  }

  private GanGenerator generator(
      String layers, String label, @Nullable Reference reference, ModelContext context) {
    RandomStream random = context.streams().of(StreamName.LATENT);
    return new GanGenerator(
        Objects.requireNonNull(networks.get(layers)),
        networks.get(label),
        latent,
        random,
        reference);
  }

  private GanDiscriminator discriminator(GanRecipe recipe, ModelContext context) {
    Network layers = Objects.requireNonNull(networks.get("discriminator"));
    Labels.Mode mode = recipe.labels() == null ? null : recipe.labels().mode();
    boolean givesFeatures = mode == Labels.Mode.PROJECTION;
    Network logits = recipe.loss().takesLogits() && !givesFeatures ? layers.logits() : layers;
    return new GanDiscriminator(
        layers,
        logits,
        mode,
        networks.get("discriminatorLabel"),
        networks.get("discriminatorHead"),
        HiddenFeatures.lastWithParameters(logits.architecture()),
        new DiscriminatorAugmentation(
            recipe.augment(), recipe.instanceNoise(), context.form().range(), context.streams()),
        Reference.ofExamples(recipe.discriminator(), context));
  }

  @Override
  public void advance(TrainingPosition before, TrainingPosition now) {
    discriminator.augmentation().at(now.kimg());
    training.advance(before, now);
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  @Override
  public List<Network> networks() {
    return List.copyOf(networks.values());
  }

  @Override
  public Map<String, Tensor> state() {
    return training.state();
  }

  @Override
  public int latentSize() {
    return latent;
  }

  @Override
  public int classes() {
    return classes;
  }

  /** For tests: what learns, and what samples come from. */
  GanGenerator generator() {
    return generator;
  }

  GanDiscriminator discriminator() {
    return discriminator;
  }

  private GanGenerator sampled() {
    return ema == null ? generator : ema;
  }

  @Override
  public Tensor sample(Tensor z, @Nullable Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return generate(z, classes);
    }
  }

  @Override
  public Optional<AccuracyMeasure> accuracyMeasure() {
    return training.accuracyMeasure();
  }

  @Override
  public Tensor generate(Tensor points, @Nullable Tensor classes) {
    return sampled().apply(points, classes, Pass.inference());
  }

  @Override
  public Tensor features(Tensor x, @Nullable Tensor classes) {
    return discriminator.features(x, classes);
  }

  @Override
  public void close() {
    training.close();
    Stream.of(generator.reference(), discriminator.reference())
        .filter(Objects::nonNull)
        .forEach(Reference::close);
    Model.super.close();
  }
}
