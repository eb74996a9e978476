package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Normalization;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * weight·(x − mean)/√(variance + ε) + bias, weight and bias per unit, feature or channel; mean and
 * variance are those of a group of neighboring channels of one example, over all of its pixels or
 * steps. No example depends on another, and training and use are the same.
 *
 * @param groups at least 1; divides the channels
 * @param epsilon ε, above 0
 * @see <a href="https://arxiv.org/abs/1803.08494">Wu and He 2018, eq. 1 and 7</a>, defaults Keras's
 *     (no difference)
 */
public record GroupNormalization(
    @JsonProperty(defaultValue = "32") int groups,
    @JsonProperty(defaultValue = "0.001") double epsilon)
    implements Layer {
  public GroupNormalization {
    require(groups >= 1, "groupNormalization: groups must be at least 1, got %d", groups);
    require(epsilon > 0, "groupNormalization: epsilon must be above 0, got %s", epsilon);
  }

  public GroupNormalization(int groups) {
    this(groups, 0.001);
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.channels() % groups != 0) {
      throw new ShapeException(
          "channels that divide into %d groups".formatted(groups),
          input,
          "Choose groups that divide %d.".formatted(input.channels()));
    }
    if (input.count() == groups) {
      throw new ShapeException(
          "more than one number in each of %d groups, of which would become 0 whatever it is"
              .formatted(groups),
          input,
          "Choose fewer groups.");
    }
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    int units = input.channels();
    return List.of(
        ParameterSpec.trainable("weight", new Initializer.Ones(), units),
        ParameterSpec.trainable("bias", new Initializer.Zeros(), units));
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.rank() == 3
        ? normalized(x.permute(0, 2, 1), own).permute(0, 2, 1)
        : normalized(x, own);
  }

  /** Channels on the second axis. */
  private Tensor normalized(Tensor x, Parameters own) {
    return Normalization.byGroup(x, groups, own.get("weight"), own.get("bias"), epsilon);
  }
}
