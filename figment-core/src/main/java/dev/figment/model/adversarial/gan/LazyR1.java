package dev.figment.model.adversarial.gan;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.loss.R1;
import dev.figment.optim.Adam;
import dev.figment.optim.Rule;

/**
 * {@link R1}, in every update or lazily: in each k-th step an update of its own, the penalty then
 * counting for all the updates that went without, and the discriminator's Adam paced for the
 * additional update.
 *
 * @param gamma γ of the penalty
 * @param every k, in steps; 1 adds the penalty to the loss of every update on real examples
 * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, section 3.1 and appendix
 *     B</a> (no difference with one discriminator step; with n of them a step counts as n updates)
 */
public record LazyR1(
    @JsonProperty(defaultValue = "10") double gamma, @JsonProperty(defaultValue = "1") int every) {
  public LazyR1 {
    require(gamma >= 0, "r1: gamma must be at least 0, got %s", gamma);
    require(every >= 1, "r1: every must be at least 1, got %d", every);
  }

  boolean isLazy() {
    return every > 1;
  }

  R1 penalty() {
    return new R1(gamma);
  }

  /**
   * The discriminator's rule with room for the additional update.
   *
   * @param updates how many others there are in k steps
   */
  Rule paced(Rule rule, int updates) {
    return Adam.pacedFor(
        "gan: stabilisers.r1 with every above 1", updates, "optimizer.discriminator", rule);
  }
}
