package dev.figment.run;

import dev.figment.data.ExampleForm;
import dev.figment.model.Model;
import dev.figment.model.Moment;
import dev.figment.model.Setup;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Checkpoint;

/**
 * A model with the weights of a checkpoint, to be used and not trained.
 *
 * @param form of the examples that it learned from
 * @param moment of the training when the checkpoint was written
 */
record Restored(Model model, ExampleForm form, Moment moment) implements AutoCloseable {
  static Restored of(Checkpoint checkpoint, Recipe recipe, Device device) {
    ExampleForm form = Training.exampleForm(checkpoint, recipe);
    RandomStreams streams = new RandomStreams(recipe.seed());
    Model model = recipe.model().create(new Setup(form, recipe.train().batch(), streams, device));
    try {
      checkpoint.restoreWeights(model);
      Moment moment = checkpoint.moment();
      model.at(moment);
      return new Restored(model, form, moment);
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
