package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * weight·(x − mean)/√(variance + ε) + bias, where the statistics are those of a reference batch, so
 * that an example does not depend on its companions: of (n·reference + own)/(n + 1), taken of the
 * mean and the mean square of each channel, own being the example's.
 *
 * <p>In training the first n examples of every batch are the reference, as the {@link Pass} says,
 * the same ones each time, put there by who runs the network and taken off its output; they are
 * normalized by their own statistics alone. These are saved with the weights as those of a batch
 * normalization are, and serve in use, where the batch has no reference in front. A gan does all
 * that; the layers of one network must have the same n.
 *
 * @param reference n, at least 2
 * @param epsilon ε, above 0
 * @see <a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016, section 3.5</a>; the share
 *     of an example's own statistics is TF-GAN's (no difference)
 */
public record VirtualBatchNormalization(
    int reference, @JsonProperty(defaultValue = "0.001") double epsilon) implements Elementwise {
  private static final long[] PIXELS = {2, 3};
  private static final long[] BATCH_AND_PIXELS = {0, 2, 3};

  public VirtualBatchNormalization {
    require(
        reference >= 2,
        "virtualBatchNormalization: reference must be at least 2, got %d",
        reference);
    require(epsilon > 0, "virtualBatchNormalization: epsilon must be above 0, got %s", epsilon);
  }

  /** A mean and a population variance for each channel. */
  private record Statistics(Tensor mean, Tensor variance) {
    static Statistics of(Tensor x, long... axes) {
      Tensor mean = x.mean(axes, true);
      return new Statistics(mean, x.minus(mean).square().mean(axes, true));
    }

    /** Of a mixture that has {@code share} of these and the rest of others. */
    Statistics mixed(double share, Statistics other) {
      Tensor apart = mean.minus(other.mean).square().times(share * (1 - share));
      return new Statistics(
          mean.times(share).plus(other.mean.times(1 - share)),
          variance.times(share).plus(other.variance.times(1 - share)).plus(apart));
    }

    Tensor normalize(Tensor x, double epsilon) {
      return x.minus(mean).dividedBy(variance.plus(epsilon).sqrt());
    }
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.isSequence()) {
      throw new ShapeException("an image or a vector", input, "Put a reshape before it.");
    }
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int units = input.channels();
    return List.of(
        ParameterSpec.trainable("weight", new Initializer.Ones(), units),
        ParameterSpec.trainable("bias", new Initializer.Zeros(), units),
        ParameterSpec.statistic("reference_mean", new Initializer.Zeros(), units),
        ParameterSpec.statistic("reference_var", new Initializer.Ones(), units));
  }

  @Override
  public List<SideInput<?>> sideInputs() {
    return List.of(SideInput.REFERENCE);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    if (x.rank() == 2) {
      return apply(x.reshape(x.size(0), x.size(1), 1, 1), own, pass).reshape(x.shape());
    }
    Tensor exact = x.toFloats();
    Tensor normalized = pass.isTraining() ? train(exact, own, pass) : use(exact, own);
    Tensor weight = own.get("weight").reshape(1, -1, 1, 1);
    return normalized.times(weight).plus(own.get("bias").reshape(1, -1, 1, 1)).channelsLast();
  }

  private Tensor train(Tensor x, Parameters own, Pass pass) {
    Integer given = pass.get(SideInput.REFERENCE);
    int told = given == null ? 0 : given;
    require(
        told == reference,
        "virtualBatchNormalization: expected a reference of %d examples in front of the batch, got"
            + " one of %d. Only a gan that is trained on a set puts one there: use"
            + " batchNormalization in other models.",
        reference,
        told);
    long others = x.size(0) - reference;
    require(
        others >= 1,
        "virtualBatchNormalization: expected the %d examples of the reference and more after them,"
            + " got %d examples. Put the reference in front of the batch.",
        reference,
        x.size(0));
    Tensor first = x.narrow(0, 0, reference);
    Statistics statistics = Statistics.of(first, BATCH_AND_PIXELS);
    own.get("reference_mean").copyFrom(statistics.mean().detached().reshape(-1));
    own.get("reference_var").copyFrom(statistics.variance().detached().reshape(-1));
    Tensor rest = mixed(x.narrow(0, reference, others), statistics);
    return Tensor.concatenate(0, List.of(statistics.normalize(first, epsilon), rest));
  }

  private Tensor use(Tensor x, Parameters own) {
    Tensor mean = own.get("reference_mean").reshape(1, -1, 1, 1);
    Tensor variance = own.get("reference_var").reshape(1, -1, 1, 1);
    return mixed(x, new Statistics(mean, variance));
  }

  private Tensor mixed(Tensor x, Statistics statistics) {
    double share = reference / (reference + 1.0);
    return statistics.mixed(share, Statistics.of(x, PIXELS)).normalize(x, epsilon);
  }
}
