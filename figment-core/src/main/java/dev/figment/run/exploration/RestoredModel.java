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

  /** Makes the model of a checkpoint, and loads its weights. */
  public static RestoredModel of(Checkpoint checkpoint, Recipe recipe, Device device) {
    Weights weights = checkpoint.weights();
    return of(recipe, weights, checkpoint.position(weights), device, weights::restore);
  }

  /**
   * Makes the model of a weights file, which may have some of its networks alone; who runs another
   * is refused.
   *
   * @throws dev.figment.ModelFileException if the file does not say what model it is of
   */
  public static RestoredModel of(Weights weights, Device device) {
    Recipe recipe = CheckpointMetadata.recipe(weights);
    return of(recipe, weights, CheckpointMetadata.position(weights), device, weights::restorePart);
  }

  private static RestoredModel of(
      Recipe recipe,
      Weights weights,
      TrainingPosition position,
      Device device,
      Consumer<Model> restore) {
    ExampleForm form = CheckpointMetadata.exampleForm(weights, recipe);
    Model model = create(recipe, form, device);
    try {
      restore.accept(model);
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
