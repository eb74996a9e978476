package dev.figment.model.gan;

import dev.figment.data.Batch;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.model.Sampler;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Two networks that learn against each other. The discriminator's phase (or two, on real and on
 * generated examples) comes first, then the generator's, on fresh noise.
 *
 * <p>Generated examples are made in training mode in both phases, as in PyTorch's DCGAN: the
 * running statistics of the generator's batch normalizations move in the discriminator's phase too,
 * though its weights do not.
 */
public final class Gan implements Model, Sampler {
  private final GanRecipe recipe;
  private final Network generator;
  private final Network discriminator;
  private final Network judge;
  private final int batch;
  private final RandomStreams streams;
  private final Scores scores;
  private final List<Phase> phases;

  Gan(
      GanRecipe recipe,
      Network generator,
      Network discriminator,
      int batch,
      RandomStreams streams) {
    this.recipe = recipe;
    this.generator = generator;
    this.discriminator = discriminator;
    this.judge = recipe.loss().takesLogits() ? discriminator.logits() : discriminator;
    this.batch = batch;
    this.streams = streams;
    this.scores = Scores.of(recipe.loss(), recipe.targets());
    this.phases = plan();
  }

  private List<Phase> plan() {
    Parameters tells = discriminator.parameters().trainable();
    Parameters makes = generator.parameters().trainable();
    Optimizer telling = new Optimizer(recipe.optimizer().discriminator(), tells);
    Optimizer making = new Optimizer(recipe.optimizer().generator(), makes);
    Phase learnToMake = Phase.of("generator", this::fool, makes, making);
    int times = recipe.discriminatorSteps();
    if (recipe.updates() == Updates.MIXED) {
      Phase mixed = Phase.of("discriminator", this::tellApart, tells, telling).times(times);
      return List.of(mixed, learnToMake);
    }
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      phases.add(Phase.of("discriminator", this::knowReal, tells, telling).onFreshBatch());
      phases.add(Phase.of("discriminator", this::knowFake, tells, telling));
    }
    phases.add(learnToMake);
    return List.copyOf(phases);
  }

  /** Real and generated examples in one batch. */
  private Losses tellApart(Batch reals) {
    int count = reals.size();
    Tensor examples = Tensor.concatenate(0, List.of(reals.examples(), generated(count)));
    Tensor targets = Tensor.concatenate(0, List.of(real(count), fake(count)));
    Pass pass = training();
    Tensor outputs = judge.apply(examples, pass);
    Losses losses = Losses.of(recipe.loss().discriminator(outputs, targets), pass);
    return scores.fake(
        scores.real(losses, outputs.narrow(0, 0, count)), outputs.narrow(0, count, count));
  }

  private Losses knowReal(Batch reals) {
    Pass pass = training();
    Tensor outputs = judge.apply(reals.examples(), pass);
    return scores.real(
        Losses.of(recipe.loss().discriminator(outputs, real(reals.size())), pass), outputs);
  }

  private Losses knowFake(Batch reals) {
    Pass pass = training();
    Tensor outputs = judge.apply(generated(reals.size()), pass);
    return scores.fake(
        Losses.of(recipe.loss().discriminator(outputs, fake(reals.size())), pass), outputs);
  }

  private Losses fool(Batch reals) {
    Pass making = training();
    Pass telling = training();
    Tensor outputs = judge.apply(generator.apply(latents(batch), making), telling);
    Tensor targets = recipe.targets().generator().draw(streams.named("targets"), batch);
    Tensor loss = recipe.loss().generator(outputs, targets.to(outputs.device()));
    return Losses.of(loss, making, telling);
  }

  /** Examples for the discriminator alone: the generator learns nothing of them. */
  private Tensor generated(int count) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return generator.apply(latents(count), training());
    }
  }

  private Tensor latents(int count) {
    return Noise.normal(streams.named("latent"), count, recipe.latent()).to(device());
  }

  private Tensor real(int count) {
    return recipe.targets().real().draw(streams.named("targets"), count).to(device());
  }

  private Tensor fake(int count) {
    return recipe.targets().fake().draw(streams.named("targets"), count).to(device());
  }

  private Device device() {
    return generator.parameters().tensors().get(0).device();
  }

  private Pass training() {
    return Pass.training(streams.named("dropout"));
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  @Override
  public List<Network> networks() {
    return List.of(generator, discriminator);
  }

  @Override
  public int latentSize() {
    return recipe.latent();
  }

  @Override
  public Tensor sample(Tensor z, Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return generator.apply(z, Pass.inference());
    }
  }
}
