package dev.figment.run;

import dev.figment.data.Batch;
import dev.figment.model.Losses;
import dev.figment.model.Model;
import dev.figment.model.Phase;
import dev.figment.model.Sampler;
import dev.figment.nn.Activation;
import dev.figment.nn.Architecture;
import dev.figment.nn.Dense;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Reshape;
import dev.figment.nn.Shape;
import dev.figment.optim.Adam;
import dev.figment.optim.Optimizer;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.List;

/** A model that a program makes by itself: of any point it paints the mean of all images. */
final class Painter implements Model, Sampler {
  static final Architecture ARCHITECTURE =
      new Architecture(
          "painter",
          Shape.vector(2),
          List.of(new Dense(64, Activation.SIGMOID), new Reshape(8, 8, 1)));

  private final Network painter;
  private final RandomStreams streams;
  private final Phase phase;

  Painter(RandomStreams streams) {
    this.streams = streams;
    this.painter = ARCHITECTURE.create(streams.of(StreamName.INIT), Device.CPU);
    Parameters weights = painter.parameters().trainable();
    this.phase = Phase.of("painter", this::loss, weights, new Optimizer(new Adam(0.01), weights));
  }

  private Losses loss(Batch batch) {
    Tensor z = Noise.normal(streams.of(StreamName.LATENT), batch.size(), 2);
    Tensor error = painter.apply(z, Pass.inference()).minus(batch.examples());
    return Losses.of(error.square().mean());
  }

  @Override
  public List<Phase> phases() {
    return List.of(phase);
  }

  @Override
  public List<Network> networks() {
    return List.of(painter);
  }

  @Override
  public int latentSize() {
    return 2;
  }

  @Override
  public Tensor sample(Tensor z, Tensor classes) {
    try (Gradients.Paused paused = Gradients.pause()) {
      return painter.apply(z, Pass.inference());
    }
  }
}
