package dev.figment.bench;

import dev.figment.data.Batches;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.model.Model;
import dev.figment.model.Setup;
import dev.figment.nn.Shape;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Clock;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import java.util.List;
import java.util.Random;

/** The step of {@code mnist-dcgan} as Figment trains it, on images of noise. */
final class FigmentDcgan {
  private final RandomStreams streams = new RandomStreams(1);
  private final Model model;
  private final Batches batches;

  FigmentDcgan() {
    Recipe recipe = Recipes.named("mnist-dcgan");
    Shape shape = Shape.image(28, 28, 1);
    byte[] pixels = new byte[1280 * shape.count()];
    new Random(1).nextBytes(pixels);
    ImageSet noise = ImageSet.ofBytes("noise", shape, List.of(), new int[1280], pixels);
    int batch = recipe.train().batch();
    model = recipe.model().create(new Setup(ExampleForm.of(shape), batch, streams, Device.CPU));
    int real = recipe.model().realExamples(batch);
    batches = new Batches(noise, Range.ZERO_TO_ONE, real, 1, Device.CPU);
  }

  /** Both updates, by the trainer itself. */
  void step() {
    Clock one = new Clock(new TrainRecipe(256, null, 1L, null), 1280);
    new Trainer(TrainingState.atStart(model, streams, batches, one, 1), List.of()).run();
  }
}
