package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each position, a pixel of an image or a step of a sequence, looks at all positions of its
 * example: softmax(Q·Kᵀ/√d)·V, where queries Q, keys K and values V are dense maps of the channels,
 * cut into heads of d channels each; the heads are joined and go through a last dense map to as
 * many channels as before. Alone it does not know where a position lies, and it adds nothing to x:
 * put it into a {@link Residual}. Memory and time grow with the square of the positions.
 *
 * <p>Where the {@link Pass} tells a {@link SideInput#MASK} (examples, positions; an image's row by
 * row), nobody looks at a position whose mask is 0.
 *
 * @param heads at least 1; divides the channels
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, eq. 1 and section 3.2.2</a>.
 *     Parameters are those of PyTorch's MultiheadAttention, with biases, first values as in Keras:
 *     glorot uniform and zeros. An example whose mask is 0 everywhere looks at all positions alike,
 *     where PyTorch gives no number
 */
public record SelfAttention(@JsonProperty(defaultValue = "1") int heads) implements Layer {
  /** Added to the score of a masked position: nothing is left of it after softmax. */
  private static final double FAR = 1e9;

  public SelfAttention {
    require(heads >= 1, "selfAttention: heads must be at least 1, got %d", heads);
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.isVector()) {
      throw new ShapeException("an image or a sequence", input, "Put a reshape before it.");
    }
    if (input.channels() % heads != 0) {
      throw new ShapeException(
          "channels that divide into %d heads".formatted(heads),
          input,
          "Choose heads that divide %d.".formatted(input.channels()));
    }
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int channels = input.channels();
    Initializer glorot = new Initializer.GlorotUniform();
    Initializer zeros = new Initializer.Zeros();
    return List.of(
        ParameterSpec.trainable("in_proj_weight", glorot, 3L * channels, channels),
        ParameterSpec.trainable("in_proj_bias", zeros, 3L * channels),
        ParameterSpec.trainable("out_proj.weight", glorot, channels, channels),
        ParameterSpec.trainable("out_proj.bias", zeros, channels));
  }

  @Override
  public long multiplyAdds(Shape input) {
    long channels = input.channels();
    long positions = input.count() / channels;
    long projections = 4 * positions * channels * channels;
    return projections + 2 * positions * positions * channels;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    if (x.rank() == 3) {
      return attended(x, own, pass);
    }
    Tensor pixels = x.permute(0, 2, 3, 1);
    Tensor rows = pixels.reshape(x.size(0), x.size(2) * x.size(3), x.size(1));
    return attended(rows, own, pass).reshape(pixels.shape()).permute(0, 3, 1, 2);
  }

  /**
   * @param x (examples, positions, channels)
   */
  private Tensor attended(Tensor x, Parameters own, Pass pass) {
    Tensor projected = x.linear(own.get("in_proj_weight"), own.get("in_proj_bias"));
    Tensor queries = heads(projected, 0);
    Tensor keys = heads(projected, 1).permute(0, 1, 3, 2);
    Tensor values = heads(projected, 2);
    Tensor scores = queries.matmul(keys).times(1 / Math.sqrt(queries.size(3)));
    Tensor looks = masked(scores, pass.get(SideInput.MASK)).softmax(-1);
    Tensor joined = looks.matmul(values).permute(0, 2, 1, 3).reshape(x.shape());
    return joined.linear(own.get("out_proj.weight"), own.get("out_proj.bias"));
  }

  /** One of the three parts, as (examples, heads, positions, channels of a head). */
  private Tensor heads(Tensor projected, int part) {
    long channels = projected.size(2) / 3;
    return projected
        .narrow(2, part * channels, channels)
        .reshape(projected.size(0), projected.size(1), heads, channels / heads)
        .permute(0, 2, 1, 3);
  }

  private Tensor masked(Tensor scores, @Nullable Tensor mask) {
    if (mask == null) {
      return scores;
    }
    long examples = scores.size(0);
    long positions = scores.size(3);
    require(
        mask.rank() == 2 && mask.size(0) == examples && mask.size(1) == positions,
        "selfAttention: expected a mask of (%d, %d), (examples, positions), got %s. Tell the pass"
            + " one that has a number for each position here.",
        examples,
        positions,
        mask.describe());
    Tensor away = mask.toFloats().minus(1).times(FAR);
    return scores.plus(away.reshape(examples, 1, 1, positions));
  }
}
