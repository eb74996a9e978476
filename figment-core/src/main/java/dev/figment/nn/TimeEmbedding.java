package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * Adds to each unit, feature or channel a learned function of the example's time t, the same at
 * every pixel or step: x + b₂ + W₂·silu(W₁·γ(t) + b₁), where the {@link Pass} tells t as {@link
 * SideInput#TIME}, of (examples) or (examples, 1). γ(t) is sinusoidal, half sines and half cosines:
 * sin(1000·t·ωᵢ), then cos(1000·t·ωᵢ), with ωᵢ = period^(−2i/hidden) for i from 0 to hidden/2 − 1.
 *
 * @param hidden how many numbers γ(t) has, and the hidden layer; even, at least 2
 * @param period above 1; the slowest wave is about so long, and the fastest 2π, in thousandths of t
 * @see <a href="https://arxiv.org/abs/2006.11239">Ho et al. 2020, appendix B</a>, who add time to
 *     every residual block of a U-Net; γ is of <a href="https://arxiv.org/abs/1706.03762">Vaswani
 *     et al. 2017, section 3.5</a>. There t is a step of a thousand; here it is in [0, 1], as in
 *     flow matching, and scaled by 1000. Sines come before cosines, as in the former; each layer
 *     has a hidden layer of its own, so that none has to be handed another's output
 */
public record TimeEmbedding(
    @JsonProperty(defaultValue = "128") int hidden,
    @JsonProperty(defaultValue = "10000.0") double period)
    implements Elementwise {
  private static final double SCALE = 1000;

  public TimeEmbedding {
    require(
        hidden >= 2 && hidden % 2 == 0,
        "timeEmbedding: hidden must be even and at least 2, got %d",
        hidden);
    require(period > 1, "timeEmbedding: period must be above 1, got %s", period);
  }

  public TimeEmbedding(int hidden) {
    this(hidden, 10000);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int units = input.channels();
    Initializer glorot = new Initializer.GlorotUniform();
    Initializer zeros = new Initializer.Zeros();
    return List.of(
        ParameterSpec.trainable("linear_1.weight", glorot, hidden, hidden),
        ParameterSpec.trainable("linear_1.bias", zeros, hidden),
        ParameterSpec.trainable("linear_2.weight", glorot, units, hidden),
        ParameterSpec.trainable("linear_2.bias", zeros, units));
  }

  @Override
  public List<SideInput<?>> sideInputs() {
    return List.of(SideInput.TIME);
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (long) hidden * (hidden + input.channels());
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Tensor waves = waves(told(x, pass));
    Tensor inner = waves.linear(own.get("linear_1.weight"), own.get("linear_1.bias")).silu();
    Tensor added = inner.linear(own.get("linear_2.weight"), own.get("linear_2.bias"));
    return switch (x.rank()) {
      case 4 -> x.plus(added.reshape(x.size(0), -1, 1, 1));
      case 3 -> x.plus(added.reshape(x.size(0), 1, -1));
      default -> x.plus(added);
    };
  }

  private Tensor told(Tensor x, Pass pass) {
    Tensor told =
        pass.require(
            SideInput.TIME,
            kind(),
            "Only models of a process in time tell it: leave the layer out of others.");
    require(
        told.count() == x.size(0),
        "timeEmbedding: expected a time for each of %d examples, got %d times. Tell the pass as"
            + " many as there are examples.",
        x.size(0),
        told.count());
    return told.toFloats().reshape(-1, 1);
  }

  /**
   * γ(t).
   *
   * @param t (examples, 1)
   */
  private Tensor waves(Tensor t) {
    float[] frequencies = new float[hidden / 2];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = (float) (SCALE * Math.pow(period, -2.0 * i / hidden));
    }
    Tensor angles = t.times(Tensor.of(frequencies, 1, hidden / 2).to(t.device()));
    return Tensor.concatenate(1, List.of(angles.sin(), angles.cos()));
  }
}
