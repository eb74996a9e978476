package dev.figment.run;

import dev.figment.DataException;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.model.Codec;
import dev.figment.recipe.Recipe;
import dev.figment.tensor.Device;
import dev.figment.train.Clock;
import dev.figment.train.Grid;
import dev.figment.train.Listener;
import java.util.stream.IntStream;

/**
 * {@code reconstructions-000500.png}: the same few images, and what the model makes of each, at
 * every snapshot. Of the test split where there is one.
 */
final class ReconstructionSnapshots implements Listener {
  private final RunFolder folder;
  private final Recipe recipe;
  private final RunData data;
  private final Codec codec;
  private final Device device;

  ReconstructionSnapshots(
      RunFolder folder, Recipe recipe, RunData data, Codec codec, Device device) {
    this.folder = folder;
    this.recipe = recipe;
    this.data = data;
    this.codec = codec;
    this.device = device;
  }

  @Override
  public void onStep(Clock clock) {
    if (recipe.watch().snapshots().schedule().isDue(clock)) {
      Grid grid = recipe.watch().snapshots().grid();
      ImageSet set = set();
      int count = Math.min(set.size(), Math.max(grid.columns(), grid.count() / 2));
      ImageSet shown = set.only(IntStream.range(0, count).toArray());
      Reconstructions.of(codec, shown, recipe.data().range(), device)
          .grid(grid.columns())
          .writePng(folder.reconstructions(clock.step()));
    }
  }

  private ImageSet set() {
    try {
      return data.of(Split.TEST);
    } catch (DataException e) {
      return data.learned(); // the warning was given where validation was given up
    }
  }
}
