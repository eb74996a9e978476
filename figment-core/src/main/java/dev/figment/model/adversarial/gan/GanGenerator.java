package dev.figment.model.adversarial.gan;

import dev.figment.model.Conditioning;
import dev.figment.model.adversarial.Generator;
import dev.figment.nn.Network;
import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.nn.SideInput;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The generator: layers from a latent to an example. Where there are classes, its layers are told
 * them too.
 *
 * @param label embeds a class as the vector beside the latent; null where there are no classes
 * @param latent numbers of a latent
 * @param random where latents are drawn from
 * @param reference goes in front of each batch in training; null without
 */
record GanGenerator(
    Network layers,
    @Nullable Network label,
    int latent,
    RandomStream random,
    @Nullable Reference reference)
    implements Generator {
  @Override
  public Tensor generate(int count, @Nullable Tensor classes, Pass pass) {
    Device device = layers.parameters().tensors().get(0).device();
    return apply(Noise.normal(random, count, latent).to(device), classes, pass);
  }

  @Override
  public int latentSize() {
    return latent;
  }

  @Override
  public Tensor evaluate(Tensor z, @Nullable Tensor classes) {
    return apply(z, classes, Pass.inference());
  }

  /**
   * @param z latents (examples, latent)
   * @param classes class numbers (examples); not looked at where there are no classes
   */
  Tensor apply(Tensor z, @Nullable Tensor classes, Pass pass) {
    if (reference == null || !pass.isTraining()) {
      return withoutReference(z, classes, pass);
    }
    Tensor all =
        withoutReference(
            reference.inFrontOf(z),
            reference.classesInFrontOf(classes),
            pass.with(SideInput.REFERENCE, reference.size()));
    return Objects.requireNonNull(reference.takenOff(all));
  }

  private Tensor withoutReference(Tensor z, @Nullable Tensor classes, Pass pass) {
    if (label == null) {
      return layers.apply(z, pass);
    }
    return layers.apply(
        Conditioning.join(z, classes, label), pass.with(SideInput.CLASSES, classes));
  }

  @Override
  public boolean isConditional() {
    return label != null;
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(label == null ? List.of(layers) : List.of(layers, label));
  }
}
