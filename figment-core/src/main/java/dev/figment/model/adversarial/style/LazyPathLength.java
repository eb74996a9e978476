package dev.figment.model.adversarial.style;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@link dev.figment.loss.PathLength} on the generator, in an update of its own, on half a batch.
 *
 * @param weight at least 0
 * @param every steps from one to the next, at least 2
 */
public record LazyPathLength(
    @JsonProperty(defaultValue = "2") double weight, @JsonProperty(defaultValue = "4") int every)
    implements Lazy {
  public LazyPathLength {
    require(weight >= 0, "styleGan: pathLength.weight must be at least 0, got %s", weight);
    Lazy.check("pathLength", every);
  }
}
