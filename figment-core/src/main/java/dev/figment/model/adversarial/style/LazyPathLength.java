package dev.figment.model.adversarial.style;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.model.adversarial.LazyRule;
import dev.figment.optim.Rule;

/**
 * {@link dev.figment.loss.PathLength} on the generator, in an update of its own, on half a batch.
 *
 * @param weight at least 0
 * @param every steps from one to the next, at least 2
 */
public record LazyPathLength(
    @JsonProperty(defaultValue = "2") double weight, @JsonProperty(defaultValue = "4") int every) {
  public LazyPathLength {
    require(weight >= 0, "styleGan: pathLength.weight must be at least 0, got %s", weight);
    require(
        every >= 2,
        "styleGan: pathLength.every: expected at least 2, since the penalty gets an update of its"
            + " own, got %d",
        every);
  }

  /** The generator's rule with room for the additional update. */
  Rule paced(Rule rule) {
    return LazyRule.paced("styleGan: pathLength", every, "optimizer.generator", rule);
  }
}
