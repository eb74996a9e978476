package dev.figment.run.watching;

import dev.figment.catalogue.Defaults;
import dev.figment.data.ExampleForm;
import dev.figment.data.Range;
import dev.figment.data.set.DataSplits;
import dev.figment.recipe.Recipe;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Device;
import dev.figment.train.WatchRecipe;

/**
 * What {@link StandardListeners} know of a training beside its state.
 *
 * @param folder where they write; it has been made
 * @param title over charts
 * @param data what is learned from, and a test split for validation where there is one
 * @param range the interval that pixels are brought to
 * @param seed of what listeners draw, from streams of their own
 * @param watch when statistics, pictures, validations and checkpoints fall due
 * @param device of the model
 */
public record WatchContext(
    RunFolder folder,
    String title,
    DataSplits data,
    Range range,
    long seed,
    WatchRecipe watch,
    Device device) {

  /** On the CPU, after each epoch, under the folder's name. */
  public static WatchContext of(RunFolder folder, DataSplits data, Range range) {
    String title = folder.path().getFileName().toString();
    return new WatchContext(folder, title, data, range, 1, WatchRecipe.DEFAULT, Device.CPU);
  }

  /** As a recipe says it. */
  public static WatchContext of(RunFolder folder, Recipe recipe, DataSplits data, Device device) {
    return new WatchContext(
        folder,
        recipe.recipe(),
        data,
        recipe.data().range(),
        recipe.seed(),
        recipe.watch(),
        device);
  }

  public WatchContext withTitle(String title) {
    return Defaults.with(this, "title", title);
  }

  public WatchContext withSeed(long seed) {
    return Defaults.with(this, "seed", seed);
  }

  public WatchContext withWatch(WatchRecipe watch) {
    return Defaults.with(this, "watch", watch);
  }

  public WatchContext withDevice(Device device) {
    return Defaults.with(this, "device", device);
  }

  /** The examples that the model takes. */
  ExampleForm form() {
    return ExampleForm.of(data.training(), range);
  }
}
