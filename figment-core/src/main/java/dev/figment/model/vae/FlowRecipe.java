package dev.figment.model.vae;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;

/**
 * An inverse autoregressive flow after the Gaussian of the posterior.
 *
 * @param steps from 1 to 100
 * @param hidden units of each step's masked network, at least 1
 * @param context numbers that the encoder gives to every step, at least 1
 */
public record FlowRecipe(@JsonProperty(defaultValue = "3") int steps, int hidden, int context) {
  private static final int MOST_STEPS = 100;

  public FlowRecipe {
    require(
        steps >= 1 && steps <= MOST_STEPS,
        "flow: steps must be from 1 to %d, got %d",
        MOST_STEPS,
        steps);
    require(hidden >= 1, "flow: hidden must be at least 1, got %d", hidden);
    require(context >= 1, "flow: context must be at least 1, got %d", context);
  }

  /** One of three steps. */
  public static FlowRecipe of(int hidden, int context) {
    return Defaults.record(FlowRecipe.class, hidden, context);
  }

  public FlowRecipe withSteps(int steps) {
    return Defaults.with(this, "steps", steps);
  }
}
