package dev.figment.run.folder;

import dev.figment.ModelFileException;
import dev.figment.PlainText;
import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.model.TrainingPosition;
import dev.figment.nn.Architecture;
import dev.figment.nn.Shape;
import dev.figment.nn.ShapeException;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeDifference;
import dev.figment.recipe.RecipeFormat;
import dev.figment.train.Checkpoint;
import dev.figment.train.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the weights of a checkpoint say of themselves: recipe, shape and range of an example,
 * classes. It is enough to make the model again.
 */
public final class CheckpointMetadata {
  private static final String EXAMPLE = "figment.example";
  private static final String CLASSES = "figment.classes";
  private static final String RANGE = "figment.range";
  private static final String RECIPE = "figment.recipe";
  private static final Pattern MAY_CHANGE =
      Pattern.compile(
          "recipe|about|watch\\..*|train\\.(steps|epochs|kimg|init|failures\\..*)|.*optimizer\\.(.*\\.)?learningRate");
  private static final Set<String> BATCH = Set.of("train.batch", "train.accumulate");

  private static final String DATA = "data.set";

  private static final JsonMapper JSON = new JsonMapper();

  private CheckpointMetadata() {}

  /**
   * @param set that is learned from
   */
  public static Map<String, String> of(Recipe recipe, ImageSet set) {
    String sizes =
        String.join(",", Arrays.stream(set.shape().sizes()).mapToObj(String::valueOf).toList());
    String classes = JSON.writeValueAsString(set.classes());
    return Map.of(
        RECIPE,
        recipe.toYaml(),
        EXAMPLE,
        sizes,
        CLASSES,
        classes,
        RANGE,
        recipe.data().range().toString());
  }

  /**
   * The recipe of a weights file.
   *
   * @throws ModelFileException if it says none, or one that cannot be read
   */
  public static Recipe recipe(Weights weights) {
    String origin = weights.file() + "/" + RECIPE;
    String written = entry(weights, RECIPE);
    return trusting("", () -> RecipeFormat.read(written, origin));
  }

  /**
   * The networks of the recipe that a weights file holds, with no native code; the weights in the
   * file fit them.
   *
   * @param recipe of the file
   * @throws ModelFileException if there can be no such networks, the file has other weights, or
   *     lacks far more than it has
   */
  public static List<Architecture> networks(Weights weights, Recipe recipe) {
    ExampleForm form = exampleForm(weights, recipe);
    List<Architecture> networks =
        trusting(weights.file() + "/" + RECIPE + ": ", () -> recipe.model().architectures(form));
    weights.requireFitPart(networks);
    return networks;
  }

  /** What is a mistake in a recipe that its user wrote makes a file of weights a bad one. */
  private static <T> T trusting(String place, Supplier<T> read) {
    try {
      return read.get();
    } catch (UsageException | ShapeException e) {
      throw new ModelFileException("%s%s", place, e.getMessage());
    }
  }

  /**
   * What the examples of its model are like.
   *
   * @throws ModelFileException if the file does not say it
   */
  public static ExampleForm exampleForm(Weights weights, Recipe recipe) {
    Shape shape = shape(entry(weights, EXAMPLE), weights.file());
    return new ExampleForm(shape, classes(weights), recipe.data().range());
  }

  private static String entry(Weights weights, String key) {
    String value = weights.metadata().get(key);
    if (value == null) {
      throw unsaid(weights, key);
    }
    return value;
  }

  private static ModelFileException unsaid(Weights weights, String key) {
    return new ModelFileException(
        "%s: expected the metadata %s, which says what model the weights are of, got none of that"
            + " name. It was not written by Figment, or by an early one. Its weights can begin a"
            + " training of a recipe that names it as train.init.",
        weights.file(), key);
  }

  /**
   * Where the training of its model was.
   *
   * @throws ModelFileException if the file does not say it
   */
  public static TrainingPosition position(Weights weights) {
    TrainingPosition written = weights.position();
    if (written == null) {
      throw unsaid(weights, Weights.POSITION);
    }
    return written;
  }

  private static Shape shape(String written, Path file) {
    if (!written.matches("[1-9]\\d{0,5}(,[1-9]\\d{0,5}){0,2}")) {
      throw new ModelFileException(
          "%s: %s: expected sizes as in 28,28,1, got %s", file, EXAMPLE, PlainText.name(written));
    }
    int[] sizes = Arrays.stream(written.split(",")).mapToInt(Integer::parseInt).toArray();
    return trusting(file + ": " + EXAMPLE + ": ", () -> Shape.of(sizes));
  }

  private static List<String> classes(Weights weights) {
    String written = weights.metadata().getOrDefault(CLASSES, "[]");
    try {
      return List.of(JSON.readValue(written, String[].class));
    } catch (JacksonException | NullPointerException e) {
      throw new ModelFileException(
          "%s: %s: expected a list of names, got %s",
          weights.file(), CLASSES, PlainText.name(written));
    }
  }

  /**
   * Refuses a recipe with which the checkpoint's weights cannot go on: how long to train, what to
   * watch, learning rates, where a folder or archive of images lies, and how many batches make an
   * update of as many examples may change; what else decides the weights may not.
   *
   * @param recipeFile where the recipe stands, for the message
   * @param forced whether the rest may change, too
   * @return what changed
   */
  public static List<RecipeDifference> requireResumable(
      Recipe recipe, Checkpoint checkpoint, Path recipeFile, boolean forced) {
    Recipe before = recipe(checkpoint.weights());
    boolean isUpdateAsLarge = before.train().effectiveBatch() == recipe.train().effectiveBatch();
    boolean mayMove = before.data().namesPath() && recipe.data().namesPath();
    List<RecipeDifference> changes = RecipeDifference.between(before, recipe);
    List<RecipeDifference> refused =
        changes.stream()
            .filter(each -> !mayChange(each))
            .filter(each -> !(isUpdateAsLarge && BATCH.contains(each.key())))
            .filter(each -> !(mayMove && each.key().equals(DATA)))
            .toList();
    UsageException.require(
        refused.isEmpty() || forced,
        "%s: expected the recipe of checkpoint %s but for its length, learning rates and what is"
            + " watched, got another: %s. Change it back, train the new recipe in a run of its"
            + " own, from these weights by train.init, or force it.",
        recipeFile,
        checkpoint.folder().getFileName(),
        refused.stream().map(RecipeDifference::toString).collect(Collectors.joining(", ")));
    return changes;
  }

  /** Whether weights depend on it where a training goes on. */
  public static boolean movesWeights(RecipeDifference change) {
    return change.key().endsWith(".learningRate") || !mayChange(change);
  }

  private static boolean mayChange(RecipeDifference change) {
    return MAY_CHANGE.matcher(change.key()).matches();
  }
}
