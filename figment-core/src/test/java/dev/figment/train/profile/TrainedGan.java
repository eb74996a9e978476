package dev.figment.train.profile;

import dev.figment.data.Batches;
import dev.figment.data.DataRecipe;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.model.ModelRecipe;
import dev.figment.nn.Network;
import dev.figment.recipe.RecipeText;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Clock;
import dev.figment.train.StepObserver;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains a model on glyphs of 8×8, four at a time, and keeps every digit of its weights. */
final class TrainedGan {
  static final int BATCH = 4;

  private TrainedGan() {}

  static Map<String, String> weights(String model, int steps, StepObserver observer) {
    DataRecipe data = DataRecipe.of("glyphs").withSplit(Split.TEST).withClasses("3").withSize(8);
    ImageSet set = ImageSets.open(data, null);
    ModelRecipe recipe = RecipeText.read(model, ModelRecipe.class);
    RandomStreams streams = new RandomStreams(1);
    ExampleForm form = ExampleForm.of(set, data.range());
    Model made = recipe.create(new ModelContext(form, BATCH, streams, Device.CPU, set));
    Batches batches = new Batches(set, data.range(), recipe.realExamples(BATCH), 1, Device.CPU);
    Clock clock = new Clock(new TrainRecipe(BATCH, null, (long) steps, null), set.size());
    try (TrainingState state = TrainingState.atStart(made, streams, batches, clock, 10)) {
      new Trainer(state, List.of(), observer).run();
      return weights(made);
    }
  }

  private static Map<String, String> weights(Model model) {
    Map<String, String> weights = new TreeMap<>();
    for (Network network : model.networks()) {
      network
          .parameters()
          .byName()
          .forEach(
              (name, tensor) ->
                  weights.put(
                      network.architecture().name() + "." + name,
                      Arrays.toString(tensor.toArray())));
    }
    return weights;
  }
}
