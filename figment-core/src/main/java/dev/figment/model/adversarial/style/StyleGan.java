package dev.figment.model.adversarial.style;

import dev.figment.data.Batch;
import dev.figment.loss.DiscriminatorLogits;
import dev.figment.loss.NonSaturating;
import dev.figment.loss.PathLength;
import dev.figment.loss.R1;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.Stylist;
import dev.figment.model.TrainingPosition;
import dev.figment.model.adversarial.DiscriminatorStatistics;
import dev.figment.model.adversarial.PairwiseDistance;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.optim.ExponentialMovingAverage;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A style-based GAN. Four phases, two of which are lazy: the discriminator's, its {@link R1}, the
 * generator's on fresh points, its {@link PathLength}. Samples come from a second generator, the
 * moving average of the one that learns, with fixed noise: the same point gives the same image.
 */
public final class StyleGan implements Model, Stylist {
  private static final NonSaturating LOSS = new NonSaturating();
  private static final DiscriminatorStatistics SCORES = DiscriminatorStatistics.of(LOSS);

  private final StyleRecipe recipe;
  private final Generator generator;
  private final Generator average;
  private final Network discriminator;
  private final ExponentialMovingAverage averaging;
  private final PathLength pathLength;
  private final Mixing mixing;
  private final int batch;
  private final RandomStreams streams;
  private final List<Phase> phases;

  StyleGan(StyleRecipe recipe, ModelContext setup) {
    RandomStream init = setup.streams().named("init");
    List<Network> made = new ArrayList<>();
    for (Architecture each : recipe.architectures(setup.form())) {
      made.add(each.create(init, setup.device()));
    }
    this.recipe = recipe;
    this.generator = new Generator(made.get(0), new Synthesis(made.get(1), recipe.modulation()));
    this.discriminator = made.get(2);
    this.average = new Generator(made.get(3), new Synthesis(made.get(4), recipe.modulation()));
    this.averaging = generator.averagedIn(average);
    this.mixing = new Mixing(recipe.mixing());
    this.batch = setup.batch();
    this.streams = setup.streams();
    this.pathLength =
        recipe.pathLength() == null
            ? null
            : new PathLength(recipe.pathLength().weight(), setup.device());
    this.phases = plan();
  }

  private List<Phase> plan() {
    List<Phase> phases = new ArrayList<>();
    Parameters tells = discriminator.parameters().trainable();
    Optimizer telling = new Optimizer(recipe.discriminatorRule(), tells);
    phases.add(Phase.of("discriminator", this::tellApart, tells, telling));
    if (recipe.r1() != null) {
      int every = recipe.r1().every();
      phases.add(Phase.of("r1", this::flattenReals, tells, telling).every(every));
    }
    Parameters makes = generator.parameters().trainable();
    Optimizer making = new Optimizer(recipe.generatorRule(), makes);
    phases.add(Phase.of("generator", this::fool, makes, making));
    if (pathLength != null) {
      int every = recipe.pathLength().every();
      phases.add(Phase.of("pathLength", this::evenPaths, makes, making).every(every));
    }
    return List.copyOf(phases);
  }

  private Losses tellApart(Batch reals) {
    Tensor fake;
    try (Gradients.Paused paused = Gradients.pause()) {
      fake = generated(reals.size());
    }
    Pass pass = training();
    Tensor ofReal = discriminator.apply(reals.examples(), pass);
    Tensor ofFake = discriminator.apply(fake, pass);
    Losses losses = Losses.of(LOSS.discriminator(DiscriminatorLogits.of(ofReal, ofFake)), pass);
    return SCORES.fake(SCORES.real(losses, ofReal), ofFake);
  }

  private Losses flattenReals(Batch reals) {
    R1 r1 = new R1(recipe.r1().gamma());
    Tensor penalty = r1.of(x -> discriminator.apply(x, training()), reals.examples(), null, null);
    return Losses.of(penalty.times(recipe.r1().every())).with("penalty/r1", penalty);
  }

  private Losses fool(Batch reals) {
    Tensor made = generated(batch);
    Losses losses = Losses.of(LOSS.generator(discriminator.apply(made, training()), null));
    return PairwiseDistance.told(losses, reals.examples(), made);
  }

  private Losses evenPaths(Batch reals) {
    int half = Math.max(1, batch / 2);
    Tensor styles = generator.randomStyles(half, mixing, streams);
    Tensor penalty = pathLength.of(this::synthesized, styles, streams.named("pathLength"));
    return Losses.of(penalty.times(recipe.pathLength().every()))
        .with("penalty/pathLength", penalty)
        .with("pathLength/mean", pathLength.mean().mean());
  }

  private Tensor generated(int count) {
    return synthesized(generator.randomStyles(count, mixing, streams));
  }

  private Tensor synthesized(Tensor styles) {
    return generator.synthesis().apply(styles, training());
  }

  private Pass training() {
    return Pass.training(streams.named("noise"));
  }

  /** For tests: what learns, and what samples come from. */
  Generator generator() {
    return generator;
  }

  Generator average() {
    return average;
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  @Override
  public List<Network> networks() {
    List<Network> all = new ArrayList<>(generator.networks());
    all.add(discriminator);
    all.addAll(average.networks());
    return all;
  }

  @Override
  public Map<String, Tensor> memory() {
    return pathLength == null ? Map.of() : Map.of("pathLength.mean", pathLength.mean());
  }

  @Override
  public void afterStep(TrainingPosition now, int images) {
    averaging.follow(recipe.average().beta(images, now.images()));
  }

  @Override
  public int latentSize() {
    return recipe.latent();
  }

  @Override
  public int styleSize() {
    return recipe.style();
  }

  @Override
  public int layers() {
    return average.layers();
  }

  @Override
  public Tensor styles(Tensor z) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return average.mapping().apply(z, Pass.inference());
    }
  }

  @Override
  public Tensor averageStyle() {
    return average.averageStyle();
  }

  @Override
  public Tensor synthesize(Tensor styles) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return average.synthesis().apply(styles, Pass.inference());
    }
  }

  @Override
  public void close() {
    if (pathLength != null) {
      pathLength.close();
    }
    Model.super.close();
  }
}
