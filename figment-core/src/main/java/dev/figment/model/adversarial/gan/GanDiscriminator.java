package dev.figment.model.adversarial.gan;

import dev.figment.model.Conditioning;
import dev.figment.model.adversarial.Discriminator;
import dev.figment.model.adversarial.DiscriminatorOutput;
import dev.figment.model.adversarial.HiddenFeatures;
import dev.figment.nn.BatchDependence;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.SideInput;
import dev.figment.tensor.Tensor;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The discriminator: layers from an example, augmented, to its output.
 *
 * @param layers the network as written, which owns the parameters
 * @param logits the same as the loss takes it: without a final sigmoid where it takes logits
 * @param mode what it has to do with classes; null where there are none
 * @param label embeds a class as the plane beside the image, or as the vector that features are
 *     projected on; null without
 * @param head from features to one number; null without projection
 * @param last the number of its last layer with parameters: what comes before it are features
 * @param augmentation of all that it sees in training
 * @param reference goes in front of each batch in training; null without
 */
record GanDiscriminator(
    Network layers,
    Network logits,
    Labels.@Nullable Mode mode,
    @Nullable Network label,
    @Nullable Network head,
    int last,
    DiscriminatorAugmentation augmentation,
    @Nullable Reference reference)
    implements Discriminator {

  @Override
  public DiscriminatorOutput apply(Tensor x, @Nullable Tensor classes, Pass pass) {
    Tensor seen = pass.isTraining() ? augmentation.of(x) : x;
    if (reference == null || !pass.isTraining()) {
      return withoutReference(seen, classes, pass);
    }
    DiscriminatorOutput all =
        withoutReference(
            reference.inFrontOf(seen),
            reference.classesInFrontOf(classes),
            pass.with(SideInput.REFERENCE, reference.size()));
    return new DiscriminatorOutput(
        reference.takenOff(all.features()),
        Objects.requireNonNull(reference.takenOff(all.logits())),
        reference.takenOff(all.classLogits()));
  }

  private DiscriminatorOutput withoutReference(Tensor x, @Nullable Tensor classes, Pass plain) {
    Pass pass = told(plain, classes);
    int end = logits.architecture().layers().size();
    Tensor features = logits.applyPart(0, last, input(x, classes), pass);
    Tensor outputs = logits.applyPart(last, end, features, pass);
    if (mode == Labels.Mode.PROJECTION) {
      return new DiscriminatorOutput(outputs, projected(outputs, classes, pass), null);
    }
    if (mode == Labels.Mode.AUXILIARY) {
      return new DiscriminatorOutput(
          features, outputs.narrow(1, 0, 1), outputs.narrow(1, 1, outputs.size(1) - 1));
    }
    return new DiscriminatorOutput(features, outputs, null);
  }

  private Tensor input(Tensor x, @Nullable Tensor classes) {
    return mode == Labels.Mode.JOINED
        ? Conditioning.join(x, classes, Objects.requireNonNull(label))
        : x;
  }

  /** The pass with classes, where it may know them; the one that is to classify may not. */
  private Pass told(Pass pass, @Nullable Tensor classes) {
    boolean mayKnow = mode == Labels.Mode.JOINED || mode == Labels.Mode.PROJECTION;
    return mayKnow ? pass.with(SideInput.CLASSES, classes) : pass;
  }

  private Tensor projected(Tensor features, @Nullable Tensor classes, Pass pass) {
    Tensor vectors =
        Objects.requireNonNull(label).apply(Objects.requireNonNull(classes).reshape(-1, 1), pass);
    return Objects.requireNonNull(head)
        .apply(features, pass)
        .plus(vectors.times(features).sum(new long[] {1}, true));
  }

  /** As {@link dev.figment.model.Invertible#features}. */
  Tensor features(Tensor x, @Nullable Tensor classes) {
    Pass pass = told(Pass.inference(), classes);
    int end = HiddenFeatures.end(logits.architecture());
    return HiddenFeatures.flat(logits.applyPart(0, end, input(x, classes), pass));
  }

  @Override
  public boolean dependsOnBatch() {
    return layers.architecture().batchDependence() != BatchDependence.NONE;
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(Stream.of(layers, label, head).filter(Objects::nonNull).toList());
  }
}
