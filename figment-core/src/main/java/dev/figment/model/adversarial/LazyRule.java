package dev.figment.model.adversarial;

import dev.figment.UsageException;
import dev.figment.optim.Rule;

/** The optimizer of a network that lazy penalties give additional updates. */
public final class LazyRule {
  private LazyRule() {}

  /**
   * A rule with room for one more update after so many.
   *
   * @param penalty what has that update, for the message
   * @param key of the rule in the recipe
   * @throws UsageException if the rule cannot be paced
   */
  public static Rule paced(String penalty, int updates, String key, Rule rule) {
    return rule.paced(updates / (updates + 1.0))
        .orElseThrow(
            () ->
                new UsageException(
                    "%s has updates of its own, for which adam is paced, and %s is another rule."
                        + " Use adam there, or leave the penalty out.",
                    penalty, key));
  }
}
