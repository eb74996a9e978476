package dev.figment.model.adversarial.style;

import static dev.figment.UsageException.require;

import dev.figment.optim.Adam;
import dev.figment.optim.Rule;

/**
 * A part of a loss that gets an update of its own in each k-th step: it then counts for all k, and
 * Adam is paced for one more update in k steps.
 *
 * @see <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020, section 3.1 and appendix
 *     B</a> (no difference)
 */
interface Lazy {
  /** k, in steps. */
  int every();

  /**
   * A rule with room for the additional update.
   *
   * @param name of this as the recipe has it
   * @param network whose rule it is
   * @throws dev.figment.UsageException if the rule is not {@link Adam}
   */
  default Rule paced(String name, String network, Rule rule) {
    return Adam.pacedFor("styleGan: " + name, every(), "optimizer." + network, rule);
  }

  /**
   * Refuses what would not be lazy.
   *
   * @param name as the recipe has it
   */
  static void check(String name, int every) {
    require(
        every >= 2,
        "styleGan: %s.every: expected at least 2, since the penalty gets an update of its own, got"
            + " %d",
        name,
        every);
  }
}
