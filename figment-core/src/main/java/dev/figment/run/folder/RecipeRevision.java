package dev.figment.run.folder;

import dev.figment.format.AtomicFile;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import dev.figment.recipe.RecipeFormat;
import dev.figment.train.Checkpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of a run's recipe before it is trained on: of its length, of what is watched, of
 * learning rates, of where its images lie. The recipe before it stays beside it where weights
 * depend on it, since the two together say what the run was trained by.
 */
public final class RecipeRevision {
  private RecipeRevision() {}

  /**
   * Changes single values.
   *
   * @param changes by key, as in {@link Recipe#with(String, Object)}
   * @param forced whether values may change, too, that decide what the weights are
   * @return what is different now
   * @throws dev.figment.UsageException if the newest checkpoint could not be trained on by it; then
   *     nothing was changed
   * @throws dev.figment.FigmentException if the run is being trained
   */
  public static List<RecipeDifference> make(
      RunFolder folder, Map<String, ?> changes, boolean forced) {
    try (RunLock lock = RunLock.take(folder.path())) {
      Recipe before = folder.recipe();
      Recipe after = RecipeFormat.changed(before, changes).located();
      Optional<Checkpoint> newest = folder.checkpoints().newestResumable();
      newest.ifPresent(
          each -> CheckpointMetadata.requireResumable(after, each, folder.recipeFile(), forced));
      List<RecipeDifference> differences = RecipeDifference.between(before, after);
      if (newest.isPresent() && differences.stream().anyMatch(CheckpointMetadata::movesWeights)) {
        AtomicFile.write(folder.recipeUntil(newest.get().stepInName()), before.toYaml());
      }
      AtomicFile.write(folder.recipeFile(), after.toYaml());
      return differences;
    }
  }
}
