package dev.figment.model.adversarial;

import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The discriminator of any kind of GAN, or critic, as training sees it. */
public interface Discriminator {
  /**
   * What it says of examples, real or generated, after whatever augments them. Gradients pass
   * through.
   *
   * @param classes class numbers (examples); null where there are none
   */
  DiscriminatorOutput apply(Tensor x, @Nullable Tensor classes, Pass pass);

  /** Real examples as it meets them, for kinds of GAN that work at another resolution. */
  default Tensor real(Tensor examples) {
    return examples;
  }

  /** Whether what it says of an example depends on what else is in the batch. */
  boolean dependsOnBatch();

  Parameters parameters();
}
