package dev.figment.model.adversarial.progressive;

import dev.figment.data.Batch;
import dev.figment.loss.DiscriminatorLogits;
import dev.figment.loss.Drift;
import dev.figment.loss.GradientPenalty;
import dev.figment.loss.Wasserstein;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.Sampler;
import dev.figment.model.TrainingPosition;
import dev.figment.model.adversarial.DiscriminatorStatistics;
import dev.figment.model.adversarial.PairwiseDistance;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.optim.ExponentialMovingAverage;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.Pooling;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Two networks that learn against each other and grow together. Each step the critic learns, then
 * the generator, on fresh noise; images are of the resolution at work.
 *
 * <p>What is at work follows from the images shown so far and from nothing else, so a training that
 * goes on in the middle of a fade needs nothing restored for it. All networks exist from the first
 * step, and their optimizers move all of them: what is not at work has gradients of 0. Since
 * optimizers forget everything where a fade begins and where it ends, every rule makes 0 of them,
 * and such weights stay to the bit.
 *
 * <p>The gradient penalty is as the source's program takes it: of the sum of all scores, though
 * examples of a group see each other in the minibatch standard deviation.
 *
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>; for the batch, {@link
 *     ProgressiveRecipe}
 */
public final class ProgressiveGan implements Model, Sampler {
  private static final Wasserstein LOSS = new Wasserstein();
  private static final DiscriminatorStatistics SCORES = DiscriminatorStatistics.of(LOSS);

  private final ProgressiveRecipe recipe;
  private final Plan plan;
  private final ModelContext setup;
  private final GrowingGenerator generator;
  private final GrowingDiscriminator discriminator;
  private final GrowingGenerator average;
  private final ExponentialMovingAverage averaging;
  private final List<Phase> phases;
  private Growth growth;

  ProgressiveGan(ProgressiveRecipe recipe, Plan plan, ModelContext setup) {
    this.recipe = recipe;
    this.plan = plan;
    this.setup = setup;
    RandomStream init = setup.streams().named("init");
    this.generator = generator("generator", "toImage", init);
    this.discriminator =
        GrowingDiscriminator.create(
            plan.discriminator("discriminator"),
            plan.fromImages("fromImage"),
            init,
            setup.device());
    this.average = generator("average", "averageToImage", init);
    this.averaging = new ExponentialMovingAverage(generator.parameters(), average.parameters());
    this.growth = growthAt(0);
    this.phases =
        List.of(
            Phase.of(
                "discriminator",
                this::tellApart,
                discriminator.parameters(),
                new Optimizer(recipe.optimizer(), discriminator.parameters())),
            Phase.of(
                "generator",
                this::fool,
                generator.parameters(),
                new Optimizer(recipe.optimizer(), generator.parameters())));
  }

  private GrowingGenerator generator(String trunk, String toImage, RandomStream init) {
    return GrowingGenerator.create(
        plan.generator(trunk), plan.toImages(toImage), init, setup.device());
  }

  /** Grows; where a stage begins, optimizers begin anew. Each step shows one batch. */
  @Override
  public void at(TrainingPosition now) {
    growth = growthAt(now.images());
    if (!growth.isOfSameStageAs(growthAt(Math.max(0, now.images() - setup.batch())))) {
      phases.forEach(phase -> phase.optimizer().reset());
    }
  }

  private Growth growthAt(long images) {
    return recipe.schedule().at(images, plan.doublings());
  }

  private Losses tellApart(Batch batch) {
    Tensor reals = reals(batch);
    Tensor fakes = generated(batch.size());
    Tensor ofReals = scores(reals);
    Tensor ofFakes = scores(fakes);
    Tensor slope =
        new GradientPenalty(recipe.gradientPenalty(), false)
            .of(this::scores, reals, fakes, setup.streams().named("penalty"));
    Tensor drift = new Drift(recipe.drift()).of(ofReals);
    Tensor distance = LOSS.discriminator(DiscriminatorLogits.of(ofReals, ofFakes));
    Losses losses =
        Losses.of(distance.plus(slope).plus(drift))
            .with("penalty/gradientPenalty", slope)
            .with("penalty/drift", drift);
    return SCORES.fake(SCORES.real(losses, ofReals), ofFakes);
  }

  private Losses fool(Batch batch) {
    Tensor made = generator.apply(latents(batch.size()), growth, training());
    Losses losses =
        Losses.of(LOSS.generator(scores(made), null))
            .with("growth/side", Tensor.full(plan.side(growth.level())))
            .with("growth/alpha", Tensor.full(growth.alpha()));
    return PairwiseDistance.told(losses, reals(batch), made);
  }

  private Tensor reals(Batch batch) {
    return Fade.reals(batch.examples(), growth, plan.doublings());
  }

  /** Images for the discriminator alone: the generator learns nothing of them. */
  private Tensor generated(int count) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return generator.apply(latents(count), growth, training());
    }
  }

  private Tensor scores(Tensor images) {
    return discriminator.apply(images, growth, training());
  }

  private Tensor latents(int count) {
    RandomStream stream = setup.streams().named("latent");
    return Noise.normal(stream, count, recipe.latent()).to(setup.device());
  }

  private Pass training() {
    return Pass.training(setup.streams().named("dropout"));
  }

  @Override
  public void afterStep(TrainingPosition now, int images) {
    averaging.follow(recipe.average().beta(images, now.images()));
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  /** The generator's, the discriminator's and the average's. */
  @Override
  public List<Network> networks() {
    List<Network> all = new ArrayList<>(generator.networks());
    all.addAll(discriminator.networks());
    all.addAll(average.networks());
    return all;
  }

  @Override
  public int latentSize() {
    return recipe.latent();
  }

  /** By the average, at the resolution at work; pixels repeated to the data's size. */
  @Override
  public Tensor sample(Tensor z, Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      Tensor made = average.apply(z, growth, Pass.inference());
      int factor = 1 << (plan.doublings() - growth.level());
      return factor == 1 ? made : Pooling.nearest(made, factor);
    }
  }
}
