package dev.figment.recipe;

import static dev.figment.UsageException.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.figment.catalogue.Defaults;
import dev.figment.data.DataRecipe;
import dev.figment.model.ModelRecipe;
import dev.figment.train.TrainRecipe;
import dev.figment.train.WatchRecipe;
import java.nio.file.Path;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * The complete, replayable description of a training.
 *
 * @param recipe its name
 * @param about what it is, in a sentence
 * @param seed of everything random
 */
public record Recipe(
    String recipe,
    @JsonProperty(defaultValue = "null") String about,
    @JsonProperty(defaultValue = "1") long seed,
    DataRecipe data,
    ModelRecipe model,
    TrainRecipe train,
    @JsonProperty(defaultValue = "null") WatchRecipe watch) {
  public Recipe {
    require(
        recipe.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
        "recipe: expected a name of letters, digits, dots and dashes, got '%s'",
        recipe);
    about = about == null ? "" : about;
    watch = watch == null ? WatchRecipe.DEFAULT : watch;
  }

  /**
   * One with seed 1 that says nothing about itself, watched as usual.
   *
   * @param name letters, digits, dots and dashes
   * @param model one that recipes can name, or another; then there can be no run of it
   */
  public static Recipe of(String name, DataRecipe data, ModelRecipe model, TrainRecipe train) {
    return Defaults.record(Recipe.class, name, data, model, train);
  }

  public Recipe withName(String name) {
    return Defaults.with(this, "recipe", name);
  }

  public Recipe withAbout(String about) {
    return Defaults.with(this, "about", about);
  }

  public Recipe withSeed(long seed) {
    return Defaults.with(this, "seed", seed);
  }

  public Recipe withData(DataRecipe data) {
    return Defaults.with(this, "data", data);
  }

  /**
   * The same, with absolute paths of its data and first weights: from whatever folder it is read
   * again, they are found.
   */
  public Recipe located() {
    String init = train.init();
    Recipe found = init == null ? this : withTrain(train.withInit(absolute(init)));
    return data.namesPath() ? found.withData(data.withSet(absolute(data.set()))) : found;
  }

  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  public Recipe withModel(ModelRecipe model) {
    return Defaults.with(this, "model", model);
  }

  public Recipe withTrain(TrainRecipe train) {
    return Defaults.with(this, "train", train);
  }

  public Recipe withWatch(WatchRecipe watch) {
    return Defaults.with(this, "watch", watch);
  }

  /**
   * The same with one value changed: {@code with("train.epochs", 3)}.
   *
   * @param key names from the top, joined by dots; a number is a place in a list
   * @param value a value or its YAML text; null takes away what need not be given
   * @throws dev.figment.UsageException if the key is unknown or the value does not fit
   */
  public Recipe with(String key, @Nullable Object value) {
    return RecipeFormat.changed(this, Collections.singletonMap(key, value));
  }

  /**
   * As YAML, every default explicit.
   *
   * @throws dev.figment.UsageException if a part of it is of a kind that no extension adds
   */
  public String toYaml() {
    return RecipeFormat.write(this);
  }
}
