package dev.figment.model.adversarial;

import dev.figment.nn.Parameters;
import dev.figment.nn.Pass;
import dev.figment.tensor.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The generator of any kind of GAN, as training sees it. */
public interface Generator {
  /**
   * Examples of fresh random latents.
   *
   * @param classes class numbers (count); null where it {@linkplain #isConditional knows none}
   * @return (count, …) like the real ones
   */
  Tensor generate(int count, @Nullable Tensor classes, Pass pass);

  /** How many numbers a latent has. */
  int latentSize();

  /**
   * Examples of latents in evaluation mode: the same for the same latents.
   *
   * @param z (examples, {@link #latentSize})
   * @param classes class numbers (examples); null where it knows none
   */
  Tensor evaluate(Tensor z, @Nullable Tensor classes);

  /** Whether it is told the class of each example. */
  default boolean isConditional() {
    return false;
  }

  /** All that it has, running statistics too: what a moving average follows. */
  Parameters parameters();

  /** What is worth knowing of it at each step, by statistic name: scalars []. */
  default Map<String, Tensor> statistics() {
    return Map.of();
  }
}
