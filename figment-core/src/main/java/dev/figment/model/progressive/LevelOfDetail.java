package dev.figment.model.progressive;

import dev.figment.nn.Architecture;
import dev.figment.nn.Layer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * Changes nothing, and holds one number: how many doublings are still to come. It is saved with the
 * weights, so that they alone can be sampled from; training works it out of the moment instead.
 *
 * @param doublings the number at first
 */
record LevelOfDetail(int doublings) implements Layer {
  static final String PLACE = "0.levelOfDetail";

  Architecture architecture() {
    return new Architecture("growth", Shape.vector(1), List.of(this));
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    return List.of(
        ParameterSpec.statistic("levelOfDetail", (stream, shape) -> new float[] {doublings}, 1));
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x;
  }
}
