package dev.figment.model.adversarial.style;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.loss.R1;

/**
 * {@link R1} on the discriminator, in an update of its own.
 *
 * @param gamma γ, at least 0; its authors' later programs take 0.0002·side²/batch for a start, and
 *     more where there are few images
 * @param every steps from one to the next, at least 2
 */
public record LazyR1(
    @JsonProperty(defaultValue = "1") double gamma, @JsonProperty(defaultValue = "16") int every)
    implements Lazy {
  public LazyR1 {
    new R1(gamma);
    Lazy.check("r1", every);
  }
}
