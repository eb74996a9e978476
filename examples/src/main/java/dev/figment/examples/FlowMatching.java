package dev.figment.examples;

import dev.figment.data.Batch;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.Phase;
import dev.figment.model.Sampler;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Reshape;
import dev.figment.nn.SideInput;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * A network that learns the velocity at which noise becomes data on straight paths: it minimizes
 * E‖v(x_t, t) − (x₁ − x₀)‖² with x₀ normal, x₁ an example, t uniform and x_t = (1 − t)·x₀ + t·x₁.
 * Samples follow it from noise at t = 0 to t = 1 by Euler's method.
 *
 * @see <a href="https://arxiv.org/abs/2210.02747">Lipman et al. 2023, eq. 23</a> with σ = 0; <a
 *     href="https://arxiv.org/abs/2209.03003">Liu, Gong and Liu 2023, eq. 1</a> (no difference)
 */
final class FlowMatching implements Model, Sampler {
  private static final StreamName TIME = new StreamName("time");

  private final int steps;
  private final RandomStreams streams;
  private final Network velocity;
  private final List<Phase> phases;

  FlowMatching(FlowMatchingRecipe recipe, ModelContext context) {
    this.steps = recipe.steps();
    this.streams = context.streams();
    this.velocity =
        recipe
            .architectures(context.form())
            .get(0)
            .create(streams.of(StreamName.INIT), context.device());
    Parameters parameters = velocity.parameters().trainable();
    this.phases = List.of(Phase.of("velocity", this::loss, parameters, recipe.optimizer()));
  }

  private Losses loss(Batch batch) {
    Tensor data = batch.examples();
    Tensor noise = Noise.normal(streams.of(StreamName.LATENT), data.shape()).to(data.device());
    Tensor time = Noise.uniformPerExample(streams.of(TIME), 0, 1, data);
    Tensor between = noise.plus(data.minus(noise).times(time));
    Pass pass = Pass.training(streams.of(StreamName.DROPOUT));
    Tensor predicted = velocity.apply(between, pass.with(SideInput.TIME, time.reshape(-1)));
    Tensor error = predicted.minus(data.minus(noise)).square().mean();
    return Losses.of(error, pass);
  }

  @Override
  public Tensor sample(Tensor z, Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      Tensor x = asExamples(z);
      for (int step = 0; step < steps; step++) {
        Tensor time = Tensor.full((double) step / steps, x.size(0)).to(x.device());
        Pass pass = Pass.inference().with(SideInput.TIME, time);
        x = x.plus(velocity.apply(x, pass).times(1.0 / steps));
      }
      return x;
    }
  }

  private Tensor asExamples(Tensor z) {
    return new Reshape(velocity.input().sizes()).apply(z, null, Pass.inference());
  }

  @Override
  public int latentSize() {
    return velocity.input().count();
  }

  @Override
  public List<Phase> phases() {
    return phases;
  }

  @Override
  public List<Network> networks() {
    return List.of(velocity);
  }
}
