package dev.figment.model.adversarial.style;

import dev.figment.model.Truncation;
import dev.figment.model.adversarial.Generator;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStreams;
import dev.figment.tensor.StreamName;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping network and the synthesis that takes its styles. The noise of its pixels is drawn from
 * a stream of its own.
 */
record StyleGenerator(Network mapping, Synthesis synthesis, Mixing mixing, RandomStreams streams)
    implements Generator {
  private static final StreamName NOISE = new StreamName("noise");
  private static final StreamName MIXING = new StreamName("mixing");

  @Override
  public Tensor generate(int count, @Nullable Tensor classes, Pass pass) {
    return synthesized(randomStyles(count));
  }

  @Override
  public int latentSize() {
    return mapping.input().count();
  }

  /** Styles are not mixed, and the noise of pixels is the fixed one. */
  @Override
  public Tensor evaluate(Tensor z, @Nullable Tensor classes) {
    Tensor styles = mapping.apply(z, Pass.inference());
    return synthesis.apply(Truncation.spread(styles, layers()), Pass.inference());
  }

  /** Images of styles, in training mode. */
  Tensor synthesized(Tensor styles) {
    return synthesis.apply(styles, training());
  }

  /**
   * Styles of random latents, mixed now and then; the second latent's do not count for the average
   * style.
   *
   * @return (examples, layers, numbers)
   */
  Tensor randomStyles(int count) {
    int cut = mixing.cut(streams.of(MIXING), layers());
    Tensor first = mapping.apply(latents(count), training());
    if (cut == layers()) {
      return Truncation.spread(first, layers());
    }
    Tensor second = mapping.applyPart(0, last(), latents(count), training());
    return Mixing.of(first, second, cut, layers());
  }

  private Tensor latents(int count) {
    Tensor z = Noise.normal(streams.of(StreamName.LATENT), count, latentSize());
    return z.to(mapping.parameters().tensors().get(0).device());
  }

  private Pass training() {
    return Pass.training(streams.of(NOISE));
  }

  List<Network> networks() {
    return List.of(mapping, synthesis.network());
  }

  /** All parameters, running means and fixed noise too: {@code mapping.1.layer.weight}. */
  @Override
  public Parameters parameters() {
    return Parameters.of(networks());
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
}
