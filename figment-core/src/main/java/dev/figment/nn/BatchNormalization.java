package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Normalization;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * weight·(x − mean)/√(variance + ε) + bias, per unit, feature or channel: the batch's mean and
 * variance in training, running ones otherwise. The steps of a sequence count as examples.
 *
 * @param momentum how much of the running statistics stays at each step: Keras's convention, one
 *     minus libtorch's
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy 2015, algorithm 1</a>. As in
 *     Keras 3, the running variance averages the batch's own variance (n, not n − 1)
 */
public record BatchNormalization(
    @JsonProperty(defaultValue = "0.99") double momentum,
    @JsonProperty(defaultValue = "0.001") double epsilon)
    implements Elementwise {
  public BatchNormalization {
    require(
        momentum >= 0 && momentum < 1,
        "batchNormalization: momentum must be in [0, 1), got %s",
        momentum);
    require(epsilon > 0, "batchNormalization: epsilon must be above 0, got %s", epsilon);
  }

  public BatchNormalization() {
    this(0.99, 0.001);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int units = input.channels();
    return List.of(
        ParameterSpec.trainable("weight", new Initializer.Ones(), units),
        ParameterSpec.trainable("bias", new Initializer.Zeros(), units),
        ParameterSpec.statistic("running_mean", new Initializer.Zeros(), units),
        ParameterSpec.statistic("running_var", new Initializer.Ones(), units));
  }

  @Override
  public BatchDependence batchDependence() {
    return BatchDependence.STATISTICS;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.rank() == 3
        ? normalized(x.reshape(-1, x.size(2)), own, pass).reshape(x.shape())
        : normalized(x, own, pass);
  }

  private Tensor normalized(Tensor x, Parameters own, Pass pass) {
    Tensor mean = own.get("running_mean");
    Tensor variance = own.get("running_var");
    if (!pass.isTraining()) {
      return Normalization.by(mean, variance, x, own.get("weight"), own.get("bias"), epsilon);
    }
    var batch = Normalization.byBatch(x, own.get("weight"), own.get("bias"), epsilon);
    mean.moveTowards(batch.mean(), 1 - momentum);
    variance.moveTowards(batch.variance(), 1 - momentum);
    return batch.normalized();
  }
}
