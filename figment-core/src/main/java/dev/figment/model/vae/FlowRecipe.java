package dev.figment.model.vae;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;

/**
 * An inverse autoregressive flow after the Gaussian of the posterior.
 *
 * @param steps at least 1
 * @param hidden units of each step's masked network, at least 1
 * @param context numbers that the encoder gives to every step, at least 1
 */
public record FlowRecipe(@JsonProperty(defaultValue = "3") int steps, int hidden, int context) {
  public FlowRecipe {
    require(steps >= 1, "flow: steps must be at least 1, got %d", steps);
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
