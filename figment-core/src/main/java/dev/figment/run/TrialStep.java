package dev.figment.run;

import dev.figment.FigmentException;
import dev.figment.train.Clock;
import dev.figment.train.DivergedException;
import dev.figment.train.TrainRecipe;
import dev.figment.train.Trainer;
import dev.figment.train.TrainingState;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether memory suffices for a step with other batches: it is made, for nobody to see, and one
 * more, since the batch of the next is fetched meanwhile.
 *
 * @param at the last step before the one that failed
 */
record TrialStep(TrainingSetup setup, Clock at) implements Predicate<TrainRecipe> {
  private static final Logger LOG = LoggerFactory.getLogger(TrialStep.class);

  @Override
  public boolean test(TrainRecipe train) {
    TrainRecipe two = train.withSteps(at.step() + 2).withEpochs(null).withKimg(null);
    try (TrainingState state = setup.atStart(two)) {
      state.clock().resumeAt(at.step(), at.images());
      new Trainer(state, List.of()).run();
      return true;
    } catch (DivergedException e) {
      return true; // it came to its end
    } catch (FigmentException | OutOfMemoryError e) {
      LOG.debug("a batch of {} does not fit", train.batch(), e);
      return false;
    }
  }
}
