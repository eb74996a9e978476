package dev.figment.model.adversarial.progressive;

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
import dev.figment.tensor.Pooling;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two networks that learn against each other and grow together. {@link AdversarialTraining} is
 * their step; images are of the resolution at work.
 *
 * <p>What is at work follows from the images shown so far and from nothing else, so a training that
 * goes on in the middle of a fade needs nothing restored for it. All networks exist from the first
 * step, and their optimizers update all of them: what is not at work has gradients of 0. Since
 * optimizers are reset where a fade begins and where it ends, every rule makes 0 of them, and such
 * weights stay to the bit.
 *
 * <p>The gradient penalty is as the source's program takes it: of the sum of all scores, though
 * examples of a group see each other in the minibatch standard deviation.
 *
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>; for the batch, {@link
 *     ProgressiveRecipe}
 */
public final class ProgressiveGan implements Model, Sampler, AdversarialModel, Invertible {
  private final ProgressiveRecipe recipe;
  private final Plan plan;
  private final ModelContext context;
  private final GrowingGenerator generator;
  private final GrowingDiscriminator discriminator;
  private final GrowingGenerator ema;
  private final AdversarialTraining training;
  private final List<Phase> phases;
  private Growth growth;

  ProgressiveGan(ProgressiveRecipe recipe, Plan plan, ModelContext context) {
    this.recipe = recipe;
    this.plan = plan;
    this.context = context;
    this.growth = growthAt(TrainingPosition.START);
    this.generator = generator("generator", "toImage");
    this.discriminator =
        new GrowingDiscriminator(
            network(plan.discriminator("discriminator")),
            networks(plan.fromImages("fromImage")),
            () -> growth);
    this.ema = generator("ema", "emaToImage");
    this.training =
        new AdversarialTraining(recipe.options(), generator, discriminator, context)
            .averagedIn(ema.parameters(), recipe.ema());
    this.phases = List.copyOf(training.phases());
  }

  private GrowingGenerator generator(String trunk, String toImage) {
    return new GrowingGenerator(
        network(plan.generator(trunk)),
        networks(plan.toImages(toImage)),
        () -> growth,
        context.streams().of(StreamName.LATENT));
  }

  private List<Network> networks(List<Architecture> architectures) {
    return architectures.stream().map(this::network).toList();
  }

  private Network network(Architecture architecture) {
    return architecture.create(context.streams().of(StreamName.INIT), context.device());
  }

  /** Grows; where a stage begins, optimizers begin anew. */
  @Override
  public void advance(TrainingPosition before, TrainingPosition now) {
    training.advance(before, now);
    growth = growthAt(now);
    if (!growth.isOfSameStageAs(growthAt(before))) {
      phases.forEach(phase -> phase.optimizer().reset());
    }
  }

  private Growth growthAt(TrainingPosition position) {
    return recipe.schedule().at(position.images(), plan.doublings());
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  /** The generator's, the discriminator's and those of the moving average. */
  @Override
  public List<Network> networks() {
    List<Network> all = new ArrayList<>(generator.networks());
    all.addAll(discriminator.networks());
    all.addAll(ema.networks());
    return all;
  }

  @Override
  public Map<String, Tensor> state() {
    return training.state();
  }

  @Override
  public int latentSize() {
    return recipe.latent();
  }

  /** By the moving average, at the resolution at work; pixels repeated to the data's size. */
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
    Tensor images = ema.apply(points, Pass.inference());
    int factor = 1 << (plan.doublings() - growth.level());
    return factor == 1 ? images : Pooling.nearest(images, factor);
  }

  @Override
  public Tensor features(Tensor x, @Nullable Tensor classes) {
    return HiddenFeatures.flat(discriminator.features(discriminator.real(x)));
  }

  @Override
  public void close() {
    training.close();
    Model.super.close();
  }
}
