package dev.figment.model.gan;

import dev.figment.model.Conditioning;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * What makes examples of points.
 *
 * @param label makes a class the vector beside the point; null where there are no classes
 */
record Generator(Network layers, Network label) {
  /**
   * @param z points (examples, latent)
   * @param classes class numbers (examples); not looked at where there are no classes
   */
  Tensor apply(Tensor z, Tensor classes, Pass pass) {
    return layers.apply(label == null ? z : Conditioning.join(z, classes, label), pass);
  }

  List<Network> networks() {
    return label == null ? List.of(layers) : List.of(layers, label);
  }

  Parameters parameters() {
    return Parameters.of(networks());
  }
}
