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
import dev.figment.train.Weights;
import java.util.function.Consumer;

/**
 * A model with the weights of a checkpoint, or those that a training begins with, to be used and
 * not trained.
 *
 * @param form of the examples that it learned from
 * @param position of the training when the checkpoint was written
 */
public record RestoredModel(Model model, ExampleForm form, TrainingPosition position)
    implements AutoCloseable {
  /**
   * Makes the model as a training of the recipe begins, with the first weights that its seed draws.
   *
   * @param form of the examples that it would learn from
   */
  public static RestoredModel atStart(Recipe recipe, ExampleForm form, Device device) {
    return new RestoredModel(create(recipe, form, device), form, TrainingPosition.START);
  }

  private static Model create(Recipe recipe, ExampleForm form, Device device) {
    Backend.load(); // waits for what may be loading since the start
    RandomStreams streams = new RandomStreams(recipe.seed());
    return recipe.model().create(new ModelContext(form, recipe.train().batch(), streams, device));
  }

  /**
   * Makes the model of a checkpoint, and loads its weights.
   *
   * @throws dev.figment.ModelFileException if they are not of the recipe; then nothing was made
   */
  public static RestoredModel of(Checkpoint checkpoint, Recipe recipe, Device device) {
    Weights weights = checkpoint.weights();
    ExampleForm form = CheckpointMetadata.exampleForm(weights, recipe);
    weights.requireFit(recipe.model().architectures(form));
    RestoredModel made = atStart(recipe, form, device);
    return made.restored(checkpoint.position(weights), weights::restore);
  }

  /**
   * Makes the model of a weights file, which may have some of its networks alone; who runs another
   * is refused.
   *
   * @throws dev.figment.ModelFileException if the file does not say what model it is of, or has
   *     other weights; then nothing was made
   */
  public static RestoredModel of(Weights weights, Device device) {
    Recipe recipe = CheckpointMetadata.recipe(weights);
    TrainingPosition position = CheckpointMetadata.position(weights);
    CheckpointMetadata.networks(weights, recipe);
    RestoredModel made = atStart(recipe, CheckpointMetadata.exampleForm(weights, recipe), device);
    return made.restored(position, weights::restorePart);
  }

  private RestoredModel restored(TrainingPosition then, Consumer<Model> restore) {
    try {
      restore.accept(model);
      model.advance(then, then);
      return new RestoredModel(model, form, then);
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
