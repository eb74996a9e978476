package dev.figment.run;

import dev.figment.train.TrainRecipe;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A smaller batch for a training that ran out of memory. Each that is tried divides the one that
 * did not fit and is at most half of the one tried before; as many of them are accumulated as make
 * the same update.
 *
 * @param fits tries one
 */
record BatchThatFits(Predicate<TrainRecipe> fits) {
  /**
   * The largest that is found.
   *
   * @param train with the batch that did not fit
   */
  Optional<TrainRecipe> below(TrainRecipe train) {
    int tried = train.batch();
    for (int batch = train.batch() / 2; batch >= 1; batch--) {
      if (train.batch() % batch == 0 && batch <= tried / 2) {
        TrainRecipe smaller = train.withAccumulate(1).withBatch(batch);
        smaller = smaller.withAccumulate(train.effectiveBatch() / batch);
        if (fits.test(smaller)) {
          return Optional.of(smaller);
        }
        tried = batch;
      }
    }
    return Optional.empty();
  }
}
