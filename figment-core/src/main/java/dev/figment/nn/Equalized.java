package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * A dense or convolutional layer at an equalized learning rate: its weight is kept near 1 and
 * scaled on the way, so that Adam's steps are as large for every layer. Kept: N(0, 1)/m. Used:
 * weight · m·gain/√fan in, and bias · m; the fan in is k²·channels, for transposed convolutions
 * too.
 *
 * @param layer a layer with a {@code weight} of its own and no initializer given
 * @param gain above 0; √2 before a ReLU, 1 before no activation
 * @param learningRateMultiplier m, above 0: the layer learns m times as fast
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, section 4.1</a>; m is from <a
 *     href="https://arxiv.org/abs/1812.04948">Karras et al. 2019, appendix C</a> (no difference)
 */
public record Equalized(
    Layer layer,
    @JsonProperty(defaultValue = "1.4142135623730951") double gain,
    @JsonProperty(defaultValue = "1.0") double learningRateMultiplier)
    implements Wrapper {
  public Equalized {
    require(gain > 0, "equalized: gain must be above 0, got %s", gain);
    require(
        learningRateMultiplier > 0,
        "equalized: learningRateMultiplier must be above 0, got %s",
        learningRateMultiplier);
  }

  /** With a gain of √2 and the learning rate as it is. */
  public Equalized(Layer layer) {
    this(layer, Math.sqrt(2), 1);
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape output = layer.outputShape(input);
    Initializer given = Kernel.of(layer).spec(layer, input).initializer();
    if (!given.equals(new Initializer.GlorotUniform())) {
      throw new ShapeException(
          "no initializer inside, since weights are drawn from N(0, 1)", given, "Leave it out.");
    }
    return output;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return innerParameters(input).stream().map(this::drawn).toList();
  }

  private ParameterSpec drawn(ParameterSpec spec) {
    String kernel = INNER + "." + Kernel.of(layer).name();
    return spec.name().equals(kernel)
        ? ParameterSpec.trainable(
            kernel, new Initializer.Normal(1 / learningRateMultiplier, 0), spec.shape())
        : spec;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Kernel kernel = Kernel.of(layer);
    Parameters inner = own.within(INNER);
    Tensor weight = inner.get(kernel.name());
    Tensor bias = inner.getOrNull("bias");
    double fanIn = weight.count() / (double) weight.size(kernel.outputAxis());
    double scale = learningRateMultiplier * gain / Math.sqrt(fanIn);
    Parameters used = inner.with(kernel.name(), weight.times(scale));
    if (bias != null && learningRateMultiplier != 1) {
      used = used.with("bias", bias.times(learningRateMultiplier));
    }
    return layer.apply(x, used, pass);
  }

  @Override
  public Optional<Layer> logits() {
    return layer.logits().map(inner -> new Equalized(inner, gain, learningRateMultiplier));
  }
}
