package dev.figment.model.gan;

import dev.figment.model.Conditioning;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes examples of points. Where there are classes, its layers are told them too.
 *
 * @param label makes a class the vector beside the point; null where there are no classes
 */
record Generator(Network layers, Network label) {
  /**
   * @param z points (examples, latent)
   * @param classes class numbers (examples); not looked at where there are no classes
   */
  Tensor apply(Tensor z, Tensor classes, Pass pass) {
    if (label == null) {
      return layers.apply(z, pass);
    }
    return layers.apply(Conditioning.join(z, classes, label), pass.withClasses(classes));
  }

  List<Network> networks() {
    return label == null ? List.of(layers) : List.of(layers, label);
  }

  Parameters parameters() {
    Map<String, Parameters> parts = new LinkedHashMap<>();
    parts.put("layers", layers.parameters());
    if (label != null) {
      parts.put("label", label.parameters());
    }
    return Parameters.joined(parts);
  }
}
