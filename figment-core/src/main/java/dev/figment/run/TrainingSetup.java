package dev.figment.run;

import dev.figment.data.Batches;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.model.Model;
import dev.figment.model.ModelContext;
import dev.figment.nn.Architecture;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Device;
import dev.figment.tensor.RandomStreams;
import dev.figment.train.Checkpoint;
import dev.figment.train.Clock;
import dev.figment.train.RollBack;
import dev.figment.train.StepThreads;
import dev.figment.train.TrainRecipe;
import dev.figment.train.TrainingState;
import java.util.List;
import java.util.Optional;

/** What the state of a training is made of. */
record TrainingSetup(Recipe recipe, ImageSet set, Device device) {
  /** The networks of its model, without weights. */
  List<Architecture> networks() {
    return recipe.model().architectures(form());
  }

  private ExampleForm form() {
    return ExampleForm.of(set, recipe.data().range());
  }

  /** Before the first step, with random weights. */
  TrainingState atStart() {
    return atStart(recipe.train());
  }

  /** The same with batches or a length that are not the recipe's. */
  TrainingState atStart(TrainRecipe train) {
    RandomStreams streams = new RandomStreams(recipe.seed());
    int batch = train.batch();
    int real = recipe.model().realExamples(batch);
    Batches batches = new Batches(set, recipe.data().range(), real, recipe.seed(), device);
    Clock clock = new Clock(train, set.size());
    Model model = recipe.model().create(new ModelContext(form(), batch, streams, device, set));
    try {
      StepThreads.set(model.networks(), batch);
      return TrainingState.atStart(model, streams, batches, clock, recipe.watch().tickSteps())
          .withPrecision(train.precision());
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /**
   * Where a checkpoint is.
   *
   * @param from empty for the start, with the weights that the recipe begins with
   * @param rollBacks how often the training went back until now
   */
  TrainingState at(Optional<Checkpoint> from, int rollBacks) {
    TrainingState state = atStart();
    try {
      if (from.isPresent()) {
        from.get().restoreOnAnyData(state); // compared before, or forced
      } else if (recipe.train().init() != null) {
        InitialWeights.of(recipe.train().init()).into(state.model());
      }
      RollBack.apply(state, rollBacks);
      return state;
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
  }
}
