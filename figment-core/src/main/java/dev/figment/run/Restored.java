package dev.figment.run;

import dev.figment.model.Model;
import dev.figment.nn.Shape;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Checkpoint;

/**
 * A model with the weights of a checkpoint, to be used and not trained.
 *
 * @param example the shape of what it makes
 */
record Restored(Model model, Shape example) implements AutoCloseable {
  static Restored of(Checkpoint checkpoint, Recipe recipe, Device device) {
    Shape example = Training.exampleShape(checkpoint);
    RandomStreams streams = new RandomStreams(recipe.seed());
    Model model = recipe.model().create(example, recipe.train().batch(), streams, device);
    try {
      checkpoint.restoreWeights(model);
      return new Restored(model, example);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
