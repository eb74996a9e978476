package dev.figment.model.adversarial.style;

import dev.figment.data.Batch;
import dev.figment.loss.PathLength;
import dev.figment.model.AdversarialModel;
import dev.figment.model.Invertible;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.Stylist;
import dev.figment.model.TrainingPosition;
import dev.figment.model.Truncation;
import dev.figment.model.adversarial.AdversarialTraining;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStream;
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
 * A style-based GAN. {@link AdversarialTraining} is its step; a fourth phase, lazy too, is the
 * {@link PathLength} of the generator. Samples come from a second generator, the moving average of
 * the one that learns, with fixed noise: the same latent gives the same image.
 *
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019</a>; lazy penalties are from
 *     <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, section 3.1</a>
 */
public final class StyleGan implements Model, Stylist, AdversarialModel, Invertible {
  private static final StreamName PATH_LENGTH = new StreamName("pathLength");

  private final StyleRecipe recipe;
  private final ModelContext context;
  private final Map<String, Network> networks = new LinkedHashMap<>();
  private final StyleGenerator generator;
  private final StyleGenerator ema;
  private final StyleDiscriminator discriminator;
  private final AdversarialTraining training;
  private final @Nullable PathLength pathLength;
  private final List<Phase> phases;

  StyleGan(StyleRecipe recipe, ModelContext context) {
    this.recipe = recipe;
    this.context = context;
    RandomStream init = context.streams().of(StreamName.INIT);
    for (Architecture each : recipe.architectures(context.form())) {
      networks.put(each.name(), each.create(init, context.device()));
    }
    this.generator = generator("mapping", "synthesis");
    this.ema = generator("emaMapping", "emaSynthesis");
    this.discriminator =
        new StyleDiscriminator(Objects.requireNonNull(networks.get("discriminator")));
    this.training =
        new AdversarialTraining(recipe.options(), generator, discriminator, context)
            .averagedIn(ema.parameters(), recipe.ema());
    this.pathLength =
        recipe.pathLength() == null
            ? null
            : new PathLength(recipe.pathLength().weight(), context.device());
    this.phases = plan();
  }

  private StyleGenerator generator(String mapping, String synthesis) {
    return new StyleGenerator(
        Objects.requireNonNull(networks.get(mapping)),
        new Synthesis(Objects.requireNonNull(networks.get(synthesis)), recipe.modulation()),
        new Mixing(recipe.mixing()),
        context.streams());
  }

  private List<Phase> plan() {
    List<Phase> phases = new ArrayList<>(training.phases());
    if (pathLength != null) {
      int every = everyPathLength();
      phases.add(training.generatorPhase("pathLength", this::pathLengthLoss).every(every));
    }
    return List.copyOf(phases);
  }

  private int everyPathLength() {
    return Objects.requireNonNull(recipe.pathLength()).every();
  }

  /** On half a batch; it counts for all the updates that went without. */
  private Losses pathLengthLoss(Batch batch) {
    PathLength lengths = Objects.requireNonNull(pathLength);
    int half = Math.max(1, context.batch() / 2);
    Tensor styles = generator.randomStyles(half);
    Tensor penalty = lengths.of(generator::synthesized, styles, context.streams().of(PATH_LENGTH));
    return Losses.of(penalty.times(everyPathLength()))
        .with("penalty/pathLength", penalty)
        .with("pathLength/mean", lengths.mean().mean());
  }

  /** For tests: what learns, and what samples come from. */
  StyleGenerator generator() {
    return generator;
  }

  StyleGenerator ema() {
    return ema;
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
    Map<String, Tensor> state = new LinkedHashMap<>(training.state());
    if (pathLength != null) {
      state.put("pathLength.mean", pathLength.mean());
    }
    return state;
  }

  @Override
  public void advance(TrainingPosition before, TrainingPosition now) {
    training.advance(before, now);
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
    return ema.layers();
  }

  @Override
  public Tensor styles(Tensor z) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return ema.mapping().apply(z, Pass.inference());
    }
  }

  @Override
  public Tensor averageStyle() {
    return ema.averageStyle();
  }

  @Override
  public Tensor synthesize(Tensor styles) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return ema.synthesis().apply(styles, Pass.inference());
    }
  }

  /**
   * @param points styles w (examples, {@link #styleSize}), each given to all layers
   */
  @Override
  public Tensor generate(Tensor points, @Nullable Tensor classes) {
    return ema.synthesis().apply(Truncation.spread(points, layers()), Pass.inference());
  }

  @Override
  public Tensor features(Tensor x, @Nullable Tensor classes) {
    return discriminator.features(x);
  }

  @Override
  public Optional<AccuracyMeasure> accuracyMeasure() {
    return training.accuracyMeasure();
  }

  @Override
  public void close() {
    if (pathLength != null) {
      pathLength.close();
    }
    training.close();
    Model.super.close();
  }
}
