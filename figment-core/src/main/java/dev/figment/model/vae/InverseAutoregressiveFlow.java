package dev.figment.model.vae;

import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Turns the points of a simple posterior into those of a richer one: at each step z ← σ(s)·z + (1 −
 * σ(s))·m with m and s of a {@link MaskedAutoencoder} network, so that log q(z) falls by Σ log
 * σ(s). The numbers change their order from the second step on.
 *
 * @see <a href="https://arxiv.org/abs/1606.04934">Kingma et al. 2016, algorithm 1</a>: no
 *     difference but that the steps' networks have one hidden layer
 */
final class InverseAutoregressiveFlow implements AutoCloseable {
  /** A point after the flow, and how much its log-density fell: Σ log σ(s) (examples). */
  record Flowed(Tensor z, Tensor logDeterminant) {}

  private final List<Network> steps = new ArrayList<>();
  private final List<Tensor> masks = new ArrayList<>();

  private InverseAutoregressiveFlow() {}

  static List<Architecture> architectures(int latent, FlowRecipe recipe) {
    List<Architecture> architectures = new ArrayList<>();
    MaskedAutoencoder made = new MaskedAutoencoder(latent, recipe.context(), recipe.hidden());
    for (int i = 1; i <= recipe.steps(); i++) {
      Shape input = Shape.vector(latent + recipe.context());
      architectures.add(new Architecture("flow" + i, input, List.of(made)));
    }
    return architectures;
  }

  static InverseAutoregressiveFlow create(
      List<Architecture> architectures, RandomStream init, Device device) {
    InverseAutoregressiveFlow flow = new InverseAutoregressiveFlow();
    try (Scope scope = Scope.open()) {
      for (Architecture each : architectures) {
        MaskedAutoencoder made = (MaskedAutoencoder) each.layers().get(0);
        Tensor input = made.inputMask().to(device).retain();
        Tensor output = made.outputMask().to(device).retain();
        flow.masks.addAll(List.of(input, output));
        flow.steps.add(each.create(init, device));
      }
    }
    return flow;
  }

  /** The networks of the steps. */
  List<Network> networks() {
    return steps;
  }

  /**
   * @param z (examples, latent)
   * @param context (examples, numbers)
   */
  Flowed apply(Tensor z, Tensor context, Pass pass) {
    Tensor fall = null;
    for (int i = 0; i < steps.size(); i++) {
      Tensor ordered = i == 0 ? z : z.flip(1);
      Tensor both =
          steps.get(i).apply(Tensor.concatenate(1, List.of(ordered, context)), masked(pass, i));
      long latent = z.size(1);
      Tensor m = both.narrow(1, 0, latent);
      Tensor s = both.narrow(1, latent, latent);
      Tensor gate = s.sigmoid();
      z = gate.times(ordered.minus(m)).plus(m);
      Tensor step = s.negated().softplus().negated().sum(new long[] {1}, false);
      fall = fall == null ? step : fall.plus(step);
    }
    return new Flowed(z, Objects.requireNonNull(fall));
  }

  Pass masked(Pass pass, int step) {
    return pass.with(MaskedAutoencoder.INPUT_MASK, masks.get(2 * step))
        .with(MaskedAutoencoder.OUTPUT_MASK, masks.get(2 * step + 1));
  }

  /** Closes the masks; the networks belong to the model. */
  @Override
  public void close() {
    masks.forEach(Tensor::close);
  }
}
