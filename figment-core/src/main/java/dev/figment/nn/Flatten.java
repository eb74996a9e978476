package dev.figment.nn;

import dev.figment.tensor.Tensor;

/** All numbers of an example in one vector, in the order height, width, channels. */
public record Flatten() implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    return Shape.vector(input.count());
  }

  @Override
  public boolean keepsNumbers() {
    return true;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return Reshape.channelsInnermost(x).reshape(x.size(0), -1);
  }
}
