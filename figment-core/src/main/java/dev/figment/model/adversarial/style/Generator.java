package dev.figment.model.adversarial.style;

import dev.figment.model.Truncation;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.optim.ExponentialMovingAverage;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.Tensor;
import java.util.List;

/** A mapping network and the synthesis that takes its styles. */
record Generator(Network mapping, Synthesis synthesis) {

  List<Network> networks() {
    return List.of(mapping, synthesis.network());
  }

  /** All parameters, running means and fixed noise too: {@code mapping.1.layer.weight}. */
  Parameters parameters() {
    return Parameters.of(networks());
  }

  ExponentialMovingAverage averagedIn(Generator average) {
    return new ExponentialMovingAverage(parameters(), average.parameters());
  }

  int layers() {
    return synthesis.network().input().size(0);
  }

  Tensor averageStyle() {
    return mapping.ofLayer(last()).get(StyleAverage.AVERAGE);
  }

  private int last() {
    return mapping.architecture().layers().size() - 1;
  }

  /**
   * Styles of random points, mixed now and then; the second point's do not count for the average
   * style.
   *
   * @return (examples, layers, numbers)
   */
  Tensor randomStyles(int count, Mixing mixing, RandomStreams streams) {
    Pass pass = Pass.training(streams.named("noise"));
    int cut = mixing.cut(streams.named("mixing"), layers());
    Tensor first = mapping.apply(points(count, streams), pass);
    if (cut == layers()) {
      return Truncation.spread(first, layers());
    }
    Tensor second = mapping.applyPart(0, last(), points(count, streams), pass);
    return Mixing.of(first, second, cut, layers());
  }

  private Tensor points(int count, RandomStreams streams) {
    long size = mapping.input().count();
    Tensor z = Noise.normal(streams.named("latent"), count, size);
    return z.to(mapping.parameters().tensors().get(0).device());
  }
}
