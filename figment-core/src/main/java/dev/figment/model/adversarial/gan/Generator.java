package dev.figment.model.adversarial.gan;

import dev.figment.model.Conditioning;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * What makes examples of points. Where there are classes, its layers are told them too.
 *
 * @param label makes a class the vector beside the point; null where there are no classes
 * @param reference goes in front of each batch in training; null without
 */
record Generator(Network layers, Network label, Reference reference) {
  /** Whose layers refer to no other examples, or which is to be used and not trained. */
  Generator(Network layers, Network label) {
    this(layers, label, null);
  }

  /**
   * @param z points (examples, latent)
   * @param classes class numbers (examples); not looked at where there are no classes
   */
  Tensor apply(Tensor z, Tensor classes, Pass pass) {
    if (reference == null || !pass.isTraining()) {
      return made(z, classes, pass);
    }
    Tensor all =
        made(
            reference.inFrontOf(z),
            reference.classesInFrontOf(classes),
            pass.withReference(reference.size()));
    return reference.takenOff(all);
  }

  private Tensor made(Tensor z, Tensor classes, Pass pass) {
    if (label == null) {
      return layers.apply(z, pass);
    }
    return layers.apply(Conditioning.join(z, classes, label), pass.withClasses(classes));
  }

  List<Network> networks() {
    return label == null ? List.of(layers) : List.of(layers, label);
  }

  Parameters parameters() {
    return Parameters.of(networks());
  }
}
