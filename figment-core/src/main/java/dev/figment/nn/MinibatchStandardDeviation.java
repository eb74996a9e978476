package dev.figment.nn;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * Appends to each example how much its group varies, so that a discriminator sees a generator that
 * always makes the same: the standard deviation √(variance + 1e-8) of every value over the group,
 * averaged over the image and its channels to one number, which fills a channel of its own. A
 * vector gets one more unit. In training and in use alike, the batch must divide into groups.
 *
 * <p>The batch's examples i, i + N/group, i + 2·N/group, … form a group.
 *
 * @param group how many examples are compared, at least 1
 * @param features how many numbers are appended: channels are averaged in so many slices
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, section 3</a>. Groups and
 *     features are its authors' program's, which shrinks the group to a smaller batch; we refuse
 */
public record MinibatchStandardDeviation(
    @JsonProperty(defaultValue = "4") int group, @JsonProperty(defaultValue = "1") int features)
    implements Layer {
  private static final double EPSILON = 1e-8;

  public MinibatchStandardDeviation {
    require(group >= 1, "minibatchStandardDeviation: group must be at least 1, got %d", group);
    require(
        features >= 1, "minibatchStandardDeviation: features must be at least 1, got %d", features);
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.isSequence()) {
      throw new ShapeException("an image or a vector", input, "Put a reshape before it.");
    }
    if (input.channels() % features != 0) {
      throw new ShapeException(
          "channels that divide into %d features".formatted(features),
          input,
          "Choose features that divide %d.".formatted(input.channels()));
    }
    int channels = input.channels() + features;
    return input.isVector()
        ? Shape.vector(channels)
        : Shape.image(input.height(), input.width(), channels);
  }

  @Override
  public BatchDependence batchDependence() {
    return BatchDependence.COMPARISON;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    requireGroups("minibatchStandardDeviation", x.size(0), group);
    if (x.rank() == 2) {
      return appended(x.reshape(x.size(0), x.size(1), 1, 1)).reshape(x.size(0), -1);
    }
    return appended(x).channelsLast();
  }

  /**
   * Refuses a batch that does not divide into groups.
   *
   * @param where it is said, for the message
   */
  public static void requireGroups(String where, long batch, int group) {
    long below = batch - batch % group;
    require(
        batch % group == 0,
        "%s: expected a batch that divides into groups of %d, got %d examples. Batches of %s%d fit,"
            + " or a group that divides %d.",
        where,
        group,
        batch,
        below == 0 ? "" : below + " or ",
        below + group,
        batch);
  }

  private Tensor appended(Tensor x) {
    long batch = x.size(0);
    Tensor varies = variation(x).reshape(1, batch / group, features, 1, 1);
    Tensor filled =
        varies
            .expand(group, batch / group, features, x.size(2), x.size(3))
            .reshape(batch, features, x.size(2), x.size(3));
    return Tensor.concatenate(1, List.of(x, filled));
  }

  /** One number for each group and feature. */
  private Tensor variation(Tensor x) {
    long slice = x.size(1) / features;
    Tensor groups =
        x.toFloats().reshape(group, x.size(0) / group, features, slice, x.size(2), x.size(3));
    Tensor centered = groups.minus(groups.mean(new long[] {0}, true));
    Tensor variance = centered.square().mean(new long[] {0}, false);
    return variance.plus(EPSILON).sqrt().mean(new long[] {2, 3, 4}, false);
  }
}
