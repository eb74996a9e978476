package dev.figment.model.adversarial;

import dev.figment.optim.Rule;

/** One update rule for each of the two networks. */
public record Optimizers(Rule generator, Rule discriminator) {
  /** The same rule for both. */
  public static Optimizers same(Rule rule) {
    return new Optimizers(rule, rule);
  }
}
