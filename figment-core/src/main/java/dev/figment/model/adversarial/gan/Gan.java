package dev.figment.model.adversarial.gan;

import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.Sampler;
import dev.figment.model.TrainingPosition;
import dev.figment.model.adversarial.DiscriminatorStatistics;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.optim.ExponentialMovingAverage;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two networks that learn against each other. The discriminator's phase (or two, on real and on
 * generated examples) comes first, then its lazy penalty where that is due, then the generator's
 * phase, on fresh noise. {@link DiscriminatorObjective} and {@link GeneratorObjective} are what
 * they make small.
 *
 * <p>Generated examples are made in training mode in both phases, as in PyTorch's DCGAN: the
 * running statistics of the generator's batch normalizations move in the discriminator's phase too,
 * though its weights do not.
 */
public final class Gan implements Model, Sampler {
  private final GanRecipe recipe;
  private final GanNetworks networks;
  private final int classes;
  private final DiscriminatorAugmentation view;
  private final Histories histories;
  private final ExponentialMovingAverage average;
  private final List<Phase> phases;

  Gan(GanRecipe recipe, ModelContext setup) {
    this.recipe = recipe;
    this.networks = GanNetworks.create(recipe, setup);
    this.classes = recipe.labels() == null ? 0 : setup.form().classes().size();
    this.view =
        new DiscriminatorAugmentation(recipe.stabilisers(), setup.form().range(), setup.streams());
    this.histories =
        new Histories(
            recipe.stabilisers().historicalAveraging(),
            networks.generator(),
            networks.discriminator());
    this.average =
        networks.average() == null
            ? null
            : new ExponentialMovingAverage(
                networks.generator().parameters(), networks.average().parameters());
    this.phases = plan(setup.batch(), setup.streams());
  }

  private List<Phase> plan(int batch, RandomStreams streams) {
    Fakes fakes = new Fakes(networks.generator(), recipe.latent(), streams);
    Discriminator discriminator = networks.discriminator();
    Targets targets = recipe.targets();
    DiscriminatorStatistics scores =
        DiscriminatorStatistics.of(recipe.loss(), targets.real().middle(), targets.fake().middle());
    DiscriminatorObjective telling =
        new DiscriminatorObjective(recipe, discriminator, fakes, view, scores, histories, streams);
    GeneratorObjective making =
        new GeneratorObjective(recipe, batch, discriminator, fakes, view, histories, streams);
    Parameters makes = networks.generator().parameters().trainable();
    Optimizer optimizer = new Optimizer(recipe.optimizer().generator(), makes);
    List<Phase> phases = new ArrayList<>(learnToTell(telling));
    phases.add(Phase.of("generator", making::of, makes, optimizer));
    return List.copyOf(phases);
  }

  private List<Phase> learnToTell(DiscriminatorObjective telling) {
    Parameters tells = networks.discriminator().parameters().trainable();
    Optimizer optimizer =
        new Optimizer(recipe.discriminatorRule(), tells, recipe.stabilisers().weightClip());
    List<Phase> phases = new ArrayList<>();
    int times = recipe.discriminatorSteps();
    if (recipe.updates() == Updates.MIXED) {
      phases.add(Phase.of("discriminator", telling::mixed, tells, optimizer).times(times));
    } else {
      for (int i = 0; i < times; i++) {
        phases.add(Phase.of("discriminator", telling::real, tells, optimizer).onFreshBatch());
        phases.add(Phase.of("discriminator", telling::fake, tells, optimizer));
      }
    }
    if (recipe.stabilisers().hasLazyR1()) {
      int every = recipe.stabilisers().r1().every();
      phases.add(
          Phase.of("r1", reals -> telling.lazyR1(reals, every * times), tells, optimizer)
              .every(every));
    }
    return phases;
  }

  @Override
  public void at(TrainingPosition now) {
    view.at(now.kimg());
    histories.at(now.step());
  }

  @Override
  public void afterStep(TrainingPosition now, int images) {
    histories.remember();
    if (average != null) {
      average.follow(recipe.stabilisers().average().beta(images, now.images()));
    }
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  @Override
  public List<Network> networks() {
    return networks.all();
  }

  @Override
  public Map<String, Tensor> memory() {
    return histories.memory();
  }

  @Override
  public int latentSize() {
    return recipe.latent();
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Tensor sample(Tensor z, Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return networks.sampled().apply(z, classes, Pass.inference());
    }
  }

  @Override
  public void close() {
    histories.close();
    networks.closeReferences();
    Model.super.close();
  }
}
