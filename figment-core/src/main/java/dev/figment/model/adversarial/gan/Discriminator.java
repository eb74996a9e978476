package dev.figment.model.adversarial.gan;

import dev.figment.model.Conditioning;
import dev.figment.nn.Architecture;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What tells real examples from generated ones.
 *
 * @param layers the network as written, which owns the parameters
 * @param judge the same as the loss takes it: without a final sigmoid where it takes logits
 * @param mode what it has to do with classes; null where there are none
 * @param label makes a class the plane beside the image, or the vector that features are projected
 *     on; null without
 * @param head makes features one number; null without projection
 * @param reference goes in front of each batch in training; null without
 */
record Discriminator(
    Network layers,
    Network judge,
    Labels.Mode mode,
    Network label,
    Network head,
    Reference reference) {

  /**
   * What it says of a batch.
   *
   * @param features what its last layer with parameters was given, or what it projects
   * @param scores how real each example is (examples, 1), in the terms of the loss
   * @param classes logits (examples, classes); null where it does not find classes out
   */
  record Opinion(Tensor features, Tensor scores, Tensor classes) {
    /** Of two batches, one after the other. */
    Opinion and(Opinion other) {
      return new Opinion(
          joined(features, other.features),
          joined(scores, other.scores),
          joined(classes, other.classes));
    }

    private static Tensor joined(Tensor first, Tensor second) {
      return first == null ? null : Tensor.concatenate(0, List.of(first, second));
    }
  }

  Opinion of(Tensor x, Tensor classes, Pass pass) {
    if (reference == null || !pass.isTraining()) {
      return ofAll(x, classes, pass);
    }
    Opinion all =
        ofAll(
            reference.inFrontOf(x),
            reference.classesInFrontOf(classes),
            pass.withReference(reference.size()));
    return new Opinion(
        reference.takenOff(all.features()),
        reference.takenOff(all.scores()),
        reference.takenOff(all.classes()));
  }

  private Opinion ofAll(Tensor x, Tensor classes, Pass plain) {
    Pass pass = isTold() ? plain.withClasses(classes) : plain;
    Tensor told = mode == Labels.Mode.JOINED ? Conditioning.join(x, classes, label) : x;
    int end = judge.architecture().layers().size();
    int last = lastWithParameters(judge.architecture());
    Tensor features = judge.applyPart(0, last, told, pass);
    Tensor outputs = judge.applyPart(last, end, features, pass);
    if (mode == Labels.Mode.PROJECTION) {
      return new Opinion(outputs, projected(outputs, classes, pass), null);
    }
    if (mode == Labels.Mode.AUXILIARY) {
      long known = outputs.size(1) - 1;
      return new Opinion(features, outputs.narrow(1, 0, 1), outputs.narrow(1, 1, known));
    }
    return new Opinion(features, outputs, null);
  }

  /** Whether it may know the class; the one that is to find it out may not. */
  private boolean isTold() {
    return mode == Labels.Mode.JOINED || mode == Labels.Mode.PROJECTION;
  }

  private Tensor projected(Tensor features, Tensor classes, Pass pass) {
    Tensor vectors = label.apply(classes.reshape(-1, 1), pass);
    return head.apply(features, pass).plus(vectors.times(features).sum(new long[] {1}, true));
  }

  private static int lastWithParameters(Architecture architecture) {
    List<Shape> shapes = architecture.shapes();
    int last = architecture.layers().size() - 1;
    while (last > 0 && architecture.layers().get(last).parameters(shapes.get(last)).isEmpty()) {
      last--;
    }
    return last;
  }

  List<Network> networks() {
    return Stream.of(layers, label, head).filter(Objects::nonNull).toList();
  }

  Parameters parameters() {
    return Parameters.of(networks());
  }
}
