package dev.figment.run;

import dev.figment.data.ImageSet;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import dev.figment.run.folder.CheckpointMetadata;
import dev.figment.run.folder.DataRecord;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Processor;
import dev.figment.train.Checkpoint;
import dev.figment.train.MicroBatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether recipe and data are still those that a run learned from so far.
 *
 * @param forced whether it goes on though they are not
 */
record StartingPoint(RunFolder folder, TrainingSetup setup, boolean forced) {
  private static final Logger LOG = LoggerFactory.getLogger(StartingPoint.class);

  /**
   * Refuses a recipe or data that are not the checkpoint's, unless that is forced, and weights that
   * do not fit; then writes down which data it is.
   *
   * @param from the newest that can be trained on; empty for the start
   * @return what is worth a line in the log
   */
  List<String> check(Optional<Checkpoint> from) {
    setup.recipe().train().precision().requireOn(setup.device());
    List<String> told = new ArrayList<>();
    from.ifPresent(newest -> told.addAll(changes(newest)));
    told.forEach(LOG::info);
    from.ifPresent(newest -> newest.requireFit(setup.networks()));
    DataRecord.of(setup.set()).write(folder.data());
    for (String warning : warnings()) {
      LOG.warn(warning);
      told.add("warning: " + warning);
    }
    return told;
  }

  private List<String> changes(Checkpoint newest) {
    Recipe recipe = setup.recipe();
    ImageSet set = setup.set();
    List<String> changes = new ArrayList<>();
    for (RecipeDifference each :
        CheckpointMetadata.requireResumable(recipe, newest, folder.recipeFile(), forced)) {
      if (CheckpointMetadata.movesWeights(each)) {
        changes.add("changed since step %d: %s".formatted(newest.stepInName(), each));
      }
    }
    for (String each : DataRecord.requireSame(set, newest, folder.data(), forced)) {
      changes.add("data changed since step %d: %s".formatted(newest.stepInName(), each));
    }
    return changes;
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    setup
        .recipe()
        .train()
        .precision()
        .warning(Processor.flags())
        .ifPresent(why -> warnings.add("train.precision: " + why));
    MicroBatches.differences(setup.networks(), setup.recipe().train())
        .forEach(why -> warnings.add("train.accumulate: " + why));
    return warnings;
  }
}
