package dev.figment.loss;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.Locale;

/** log p(x|z) of an example given what a decoder makes of z, in nats: a sum over its values. */
public enum Likelihood {
  /** Each value is the probability of white: Σ x·log σ(o) + (1 − x)·log(1 − σ(o)), o logits. */
  BERNOULLI {
    @Override
    public Shape outputs(Shape example) {
      return example;
    }

    @Override
    public Tensor logDensity(Tensor outputs, Tensor x) {
      return perExample(x.times(outputs).minus(outputs.softplus()));
    }

    @Override
    public Tensor mean(Tensor outputs) {
      return outputs.sigmoid();
    }
  },
  /**
   * {@link GaussianDensity} with a mean and a log-variance for each value: the decoder's first half
   * of channels, and its second. A density, not a probability: it can be above 0.
   */
  GAUSSIAN {
    @Override
    public Shape outputs(Shape example) {
      int[] sizes = example.sizes();
      sizes[sizes.length - 1] *= 2;
      return Shape.of(sizes);
    }

    @Override
    public Tensor logDensity(Tensor outputs, Tensor x) {
      long half = outputs.size(1) / 2;
      return GaussianDensity.of(
          flat(x), flat(outputs.narrow(1, 0, half)), flat(outputs.narrow(1, half, half)));
    }

    @Override
    public Tensor mean(Tensor outputs) {
      return outputs.narrow(1, 0, outputs.size(1) / 2);
    }
  };

  /** What the decoder must give for examples of this shape. */
  public abstract Shape outputs(Shape example);

  /**
   * @param outputs of the decoder, the batch first
   * @param x examples, the batch first
   * @return (examples)
   */
  public abstract Tensor logDensity(Tensor outputs, Tensor x);

  /** The expected example. */
  public abstract Tensor mean(Tensor outputs);

  private static Tensor perExample(Tensor values) {
    return flat(values).sum(new long[] {1}, false);
  }

  private static Tensor flat(Tensor values) {
    return values.reshape(values.size(0), -1);
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
