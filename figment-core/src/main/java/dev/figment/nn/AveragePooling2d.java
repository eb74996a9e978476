package dev.figment.nn;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.tensor.Pooling;
import dev.figment.tensor.Tensor;

/**
 * The mean of each window's real cells; padding does not count.
 *
 * @param pool the window's side, at least 1
 * @param stride at least 1; the pool's side where none is given
 */
public record AveragePooling2d(
    @JsonProperty(defaultValue = "2") int pool,
    @JsonProperty(defaultValue = "null") Integer stride,
    @JsonProperty(defaultValue = "valid") Padding padding)
    implements Layer {
  public AveragePooling2d {
    stride = PoolWindow.stride("averagePooling2d", pool, stride);
  }

  @Override
  public Shape outputShape(Shape input) {
    return PoolWindow.outputShape(input, pool, stride, padding);
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    var edges = padding.around((int) x.size(2), (int) x.size(3), pool, stride);
    return Pooling.average(x, pool, stride, edges);
  }
}
