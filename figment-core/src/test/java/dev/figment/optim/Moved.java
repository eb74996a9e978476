package dev.figment.optim;

import dev.figment.nn.ParameterSpec;
import dev.figment.nn.Parameters;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Parameters with given first values, for optimizers to move. */
final class Moved {
  private Moved() {}

  static Parameters from(Tensor... values) {
    List<ParameterSpec> specs = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      float[] first = values[i].toArray();
      specs.add(ParameterSpec.trainable("p" + i, (stream, shape) -> first, values[i].shape()));
    }
    return Parameters.create(specs, RandomStream.named("init", 1), Device.CPU);
  }
}
