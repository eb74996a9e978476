package dev.figment.examples;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.data.ExampleForm;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.nn.Architecture;
import dev.figment.nn.Layer;
import dev.figment.nn.ShapeException;
import dev.figment.optim.Rule;
import java.util.List;

/**
 * Flow matching as a recipe describes it: {@code flowMatching: {network: [...], optimizer: adam}}.
 *
 * @param network layers from an example to its velocity, of the same shape; the pass tells them the
 *     time
 * @param steps of Euler's method from noise to an example, at least 1
 */
public record FlowMatchingRecipe(
    List<Layer> network, @JsonProperty(defaultValue = "50") int steps, Rule optimizer)
    implements ModelRecipe {
  public FlowMatchingRecipe {
    network = List.copyOf(network);
    require(steps >= 1, "flowMatching: steps must be at least 1, got %d", steps);
  }

  @Override
  public List<Architecture> architectures(ExampleForm form) {
    Architecture velocity = new Architecture("velocity", form.shape(), network);
    if (!velocity.output().equals(form.shape())) {
      throw new ShapeException(
          "the network to give a velocity of " + form.shape() + ", as the data is",
          velocity.output(),
          "Change its last layer.");
    }
    return List.of(velocity);
  }

  @Override
  public Model create(ModelContext context) {
    return new FlowMatching(this, context);
  }
}
