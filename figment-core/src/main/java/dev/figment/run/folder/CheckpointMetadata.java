package dev.figment.run.folder;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import dev.figment.train.Checkpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What the weights of a checkpoint say of themselves: recipe, shape of an example, classes. */
public final class CheckpointMetadata {
  private static final String EXAMPLE = "figment.example";
  private static final String CLASSES = "figment.classes";
  private static final String RECIPE = "figment.recipe";
  private static final JsonMapper JSON = new JsonMapper();

  private CheckpointMetadata() {}

  /**
   * @param set that is learned from
   */
  public static Map<String, String> of(Recipe recipe, ImageSet set) {
    String sizes =
        String.join(",", Arrays.stream(set.shape().sizes()).mapToObj(String::valueOf).toList());
    String classes = JSON.writeValueAsString(set.classes());
    return Map.of(RECIPE, recipe.toYaml(), EXAMPLE, sizes, CLASSES, classes);
  }

  /** What the examples of a run are like. */
  public static ExampleForm exampleForm(Checkpoint checkpoint, Recipe recipe) {
    Map<String, String> metadata = checkpoint.metadata();
    int[] sizes =
        Arrays.stream(Objects.requireNonNull(metadata.get(EXAMPLE)).split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    String[] classes = JSON.readValue(metadata.getOrDefault(CLASSES, "[]"), String[].class);
    return new ExampleForm(Shape.of(sizes), List.of(classes), recipe.data().range());
  }

  /**
   * Refuses a recipe with which the checkpoint's weights cannot go on: how long to train and what
   * to watch may change; what decides the weights may not.
   *
   * @param recipeFile where the recipe stands, for the message
   */
  public static void requireSame(Recipe recipe, Checkpoint checkpoint, Path recipeFile) {
    String origin = checkpoint.folder() + "/" + RECIPE;
    Recipe written =
        RecipeFormat.read(Objects.requireNonNull(checkpoint.metadata().get(RECIPE)), origin);
    List<String> changed = new ArrayList<>();
    noteChange(changed, "seed", written.seed(), recipe.seed());
    noteChange(changed, "data", written.data(), recipe.data());
    noteChange(changed, "model", written.model(), recipe.model());
    noteChange(changed, "train.batch", written.train().batch(), recipe.train().batch());
    noteChange(changed, "train.precision", written.train().precision(), recipe.train().precision());
    UsageException.require(
        changed.isEmpty(),
        "%s: expected the recipe of checkpoint %s, got another: %s changed. Change it back, or"
            + " train the new recipe in a run of its own.",
        recipeFile,
        checkpoint.folder().getFileName(),
        String.join(", ", changed));
  }

  private static void noteChange(List<String> changed, String key, Object written, Object current) {
    if (!written.equals(current)) {
      changed.add(key);
    }
  }
}
