package com.example.weights;

import dev.figment.nn.Initializer;
import dev.figment.nn.Kernel;
import dev.figment.nn.Layer;
import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.nn.Wrapper;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A layer as a library of one's own would write it: each output's weight is g·v/‖v‖, v the weight
 * inside.
 *
 * @see <a href="https://arxiv.org/abs/1602.07868">Salimans and Kingma 2016, eq. 2</a>; g begins at
 *     1, not by a batch of data
 */
public record WeightNormalization(Layer layer) implements Wrapper {
  @Override
  public List<ParameterSpec> parameters(Shape input) {
    Kernel kernel = Kernel.of(layer);
    long outputs = kernel.spec(layer, input).shape()[kernel.outputAxis()];
    List<ParameterSpec> specs = new ArrayList<>(innerParameters(input));
    specs.add(ParameterSpec.trainable("g", new Initializer.Ones(), outputs));
    return specs;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Kernel kernel = Kernel.of(layer);
    Parameters inner = own.within(INNER);
    Tensor v = inner.get(kernel.name());
    Tensor length = v.norm(axesBut(kernel.outputAxis(), v.rank()), true);
    Tensor scale = own.get("g").reshape(length.shape()).dividedBy(length);
    return layer.apply(x, inner.with(kernel.name(), v.times(scale)), pass);
  }

  private static long[] axesBut(int one, int rank) {
    return LongStream.range(0, rank).filter(axis -> axis != one).toArray();
  }
}
