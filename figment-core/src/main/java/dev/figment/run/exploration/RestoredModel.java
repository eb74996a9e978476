package dev.figment.run.exploration;

import dev.figment.data.ExampleForm;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.TrainingPosition;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Checkpoint;

/**
 * A model with the weights of a checkpoint, to be used and not trained.
 *
 * @param form of the examples that it learned from
 * @param position of the training when the checkpoint was written
 */
public record RestoredModel(Model model, ExampleForm form, TrainingPosition position)
    implements AutoCloseable {
  /** Makes the model, and loads its weights. */
  public static RestoredModel of(Checkpoint checkpoint, Recipe recipe, Device device) {
    ExampleForm form = CheckpointMetadata.exampleForm(checkpoint, recipe);
    Backend.load(); // waits for what may be loading since the start
    RandomStreams streams = new RandomStreams(recipe.seed());
    Model model =
        recipe.model().create(new ModelContext(form, recipe.train().batch(), streams, device));
    try {
      checkpoint.restoreWeights(model);
      TrainingPosition position = checkpoint.position();
      model.advance(position, position);
      return new RestoredModel(model, form, position);
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
