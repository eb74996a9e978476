package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Normalization;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * (1 + gain(c))·(x − mean)/√(variance + ε) + bias(c), per unit, feature or channel, where c is the
 * example's class, which the {@link Pass} tells: one normalization for all classes, by the batch's
 * statistics in training and by running ones otherwise, and a gain and a bias learned for each
 * class. Both begin at 0, so that at first no class differs from another.
 *
 * @param classes how many there are; numbers run from 0 to classes − 1
 * @param momentum how much of the running statistics stays at each step, as in {@link
 *     BatchNormalization}
 * @param epsilon ε, above 0
 * @see <a href="https://arxiv.org/abs/1707.00683">de Vries et al. 2017</a>, from whom the gain is
 *     one that changes 1; <a href="https://arxiv.org/abs/1610.07629">Dumoulin et al. 2017</a>, who
 *     keep a row for each condition; <a href="https://arxiv.org/abs/1802.05637">Miyato and Koyama
 *     2018</a>, who put it into a generator. As in {@link BatchNormalization}, the running variance
 *     averages the batch's own (n, not n − 1)
 */
public record ConditionalBatchNormalization(
    int classes,
    @JsonProperty(defaultValue = "0.99") double momentum,
    @JsonProperty(defaultValue = "1e-4") double epsilon)
    implements Elementwise {
  public ConditionalBatchNormalization {
    require(
        classes >= 1, "conditionalBatchNormalization: classes must be at least 1, got %d", classes);
    require(
        momentum >= 0 && momentum < 1,
        "conditionalBatchNormalization: momentum must be in [0, 1), got %s",
        momentum);
    require(epsilon > 0, "conditionalBatchNormalization: epsilon must be above 0, got %s", epsilon);
  }

  /** With the momentum and epsilon that are usual. */
  public ConditionalBatchNormalization(int classes) {
    this(classes, 0.99, 1e-4);
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int units = input.channels();
    return List.of(
        ParameterSpec.trainable("gain", new Initializer.Zeros(), classes, units),
        ParameterSpec.trainable("bias", new Initializer.Zeros(), classes, units),
        ParameterSpec.statistic("running_mean", new Initializer.Zeros(), units),
        ParameterSpec.statistic("running_var", new Initializer.Ones(), units));
  }

  @Override
  public BatchDependence batchDependence() {
    return BatchDependence.STATISTICS;
  }

  @Override
  public List<SideInput<?>> sideInputs() {
    return List.of(SideInput.CLASSES);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Tensor told = told(x, pass);
    Tensor rows = x.rank() == 3 ? x.reshape(-1, x.size(2)) : x;
    Tensor normalized = normalized(rows, own, pass).reshape(x.shape());
    Tensor gain = perExample(own.get("gain"), told, x).plus(1);
    Tensor output = normalized.times(gain).plus(perExample(own.get("bias"), told, x));
    return x.rank() == 4 ? output.channelsLast() : output;
  }

  private Tensor told(Tensor x, Pass pass) {
    Tensor told =
        pass.require(
            SideInput.CLASSES,
            kind(),
            "In a gan, set labels; other models tell their layers no classes: use"
                + " batchNormalization there.");
    require(
        told.count() == x.size(0),
        "conditionalBatchNormalization: expected a class for each of %d examples, got %d classes."
            + " Tell the pass as many as there are examples.",
        x.size(0),
        told.count());
    return told.toLongs().reshape(-1);
  }

  /** The row of each example's class, as it is broadcast over pixels or steps. */
  private static Tensor perExample(Tensor table, Tensor told, Tensor x) {
    Tensor rows = table.rows(told);
    return switch (x.rank()) {
      case 4 -> rows.reshape(rows.size(0), -1, 1, 1);
      case 3 -> rows.reshape(rows.size(0), 1, -1);
      default -> rows;
    };
  }

  private Tensor normalized(Tensor x, Parameters own, Pass pass) {
    Tensor mean = own.get("running_mean");
    Tensor variance = own.get("running_var");
    if (!pass.isTraining()) {
      return Normalization.by(mean, variance, x, null, null, epsilon);
    }
    var batch = Normalization.byBatch(x, null, null, epsilon);
    mean.moveTowards(batch.mean(), 1 - momentum);
    variance.moveTowards(batch.variance(), 1 - momentum);
    return batch.normalized();
  }
}
