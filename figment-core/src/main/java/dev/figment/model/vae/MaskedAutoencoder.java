package dev.figment.model.vae;

import dev.figment.nn.Initializer;
import dev.figment.nn.Layer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.nn.SideInput;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A masked network of one hidden layer: of a point z and a context h it makes two numbers, m and s,
 * for each number of z, and those for the i-th depend on z₁ … zᵢ₋₁ and h alone. Hidden unit k has
 * the degree k mod n, from 0: it sees z up to that number, and is seen by outputs beyond it.
 *
 * <p>The pass tells the layer its masks ({@link #INPUT_MASK}, {@link #OUTPUT_MASK}); the first bias
 * of s is {@link #OPEN}, so that a flow starts near the identity.
 *
 * @param latent numbers of z
 * @param context numbers of h
 * @param hidden units
 * @see <a href="https://arxiv.org/abs/1502.03509">Germain et al. 2015, section 3</a>: degrees here
 *     go in turn, not at random, and the context reaches all hidden units
 */
public record MaskedAutoencoder(int latent, int context, int hidden) implements Layer {
  static final SideInput<Tensor> INPUT_MASK = SideInput.ofBatch("input mask");
  static final SideInput<Tensor> OUTPUT_MASK = SideInput.ofBatch("output mask");
  static final float OPEN = 2;

  @Override
  public Shape outputShape(Shape input) {
    return Shape.vector(2 * latent);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    Initializer glorot = new Initializer.GlorotUniform();
    return List.of(
        ParameterSpec.trainable("input.weight", glorot, hidden, latent),
        ParameterSpec.trainable("input.bias", new Initializer.Zeros(), hidden),
        ParameterSpec.trainable("context.weight", glorot, hidden, context),
        ParameterSpec.trainable("output.weight", MaskedAutoencoder::small, 2L * latent, hidden),
        ParameterSpec.trainable("output.bias", MaskedAutoencoder::open, 2L * latent));
  }

  private static float[] small(RandomStream stream, long... shape) {
    float[] values = new Initializer.GlorotUniform().draw(stream, shape);
    for (int i = 0; i < values.length; i++) {
      values[i] *= 0.1f;
    }
    return values;
  }

  private static float[] open(RandomStream stream, long... shape) {
    float[] bias = new float[Noise.count(shape)];
    Arrays.fill(bias, bias.length / 2, bias.length, OPEN);
    return bias;
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (long) hidden * (latent + context + 2L * latent);
  }

  /**
   * @param x z and h side by side (examples, latent + context)
   * @return m and s side by side (examples, 2·latent)
   */
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Tensor z = x.narrow(1, 0, latent);
    Tensor h = x.narrow(1, latent, context);
    Tensor input = own.get("input.weight").times(Objects.requireNonNull(pass.get(INPUT_MASK)));
    Tensor output = own.get("output.weight").times(Objects.requireNonNull(pass.get(OUTPUT_MASK)));
    Tensor units =
        z.linear(input, own.get("input.bias")).plus(h.linear(own.get("context.weight"), null));
    return units.elu(1).linear(output, own.get("output.bias"));
  }

  /** (hidden, latent): 1 where a hidden unit sees a number. */
  Tensor inputMask() {
    float[] mask = new float[hidden * latent];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = i % latent + 1 <= degree(i / latent) ? 1 : 0;
    }
    return Tensor.of(mask, hidden, latent);
  }

  /** (2·latent, hidden): 1 where an output sees a hidden unit. */
  Tensor outputMask() {
    float[] mask = new float[2 * latent * hidden];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = degree(i % hidden) < i / hidden % latent + 1 ? 1 : 0;
    }
    return Tensor.of(mask, 2L * latent, hidden);
  }

  private int degree(int unit) {
    return unit % latent;
  }
}
