package dev.figment.examples;

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
import java.util.Arrays;
import java.util.List;

/**
 * A dense or convolutional layer whose kernel is learned as a length and a direction: w = g·v/‖v‖
 * for each output, g from 1.
 *
 * @param layer with a kernel of its own, the outputs first
 * @see <a href="https://arxiv.org/abs/1602.07868">Salimans and Kingma 2016, eq. 2</a> (no
 *     difference but the first g, which the paper takes from a batch of data)
 */
public record WeightNormalization(Layer layer) implements Wrapper {
  private static final String LENGTH = "g";

  @Override
  public List<ParameterSpec> parameters(Shape input) {
    List<ParameterSpec> specs = new ArrayList<>(innerParameters(input));
    long[] lengths = Kernel.of(layer).spec(layer, input).shape();
    Arrays.fill(lengths, 1, lengths.length, 1);
    specs.add(ParameterSpec.trainable(LENGTH, new Initializer.Ones(), lengths));
    return specs;
  }

  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    Parameters inner = own.within(INNER);
    String kernel = Kernel.of(layer).name();
    Tensor v = inner.get(kernel);
    long[] allButOutputs = v.rank() == 2 ? new long[] {1} : new long[] {1, 2, 3};
    Tensor w = v.dividedBy(v.norm(allButOutputs, true)).times(own.get(LENGTH));
    return layer.apply(x, inner.with(kernel, w), pass);
  }
}
