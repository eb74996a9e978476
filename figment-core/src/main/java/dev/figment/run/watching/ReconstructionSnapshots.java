package dev.figment.run.watching;

import dev.figment.data.ImageSet;
import dev.figment.model.Codec;
import dev.figment.recipe.Recipe;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.run.folder.RunFolder;
import dev.figment.tensor.Device;
import dev.figment.train.Clock;
import dev.figment.train.Grid;
import dev.figment.train.Listener;
import java.util.stream.IntStream;

/**
 * {@code reconstructions-000500.png}: the same few images, and what the model makes of each, at
 * every snapshot.
 */
final class ReconstructionSnapshots implements Listener {
  private final RunFolder folder;
  private final Recipe recipe;
  private final ImageSet set;
  private final Codec codec;
  private final Device device;

  /**
   * @param set whose first images they are: the test split where there is one
   */
  ReconstructionSnapshots(
      RunFolder folder, Recipe recipe, ImageSet set, Codec codec, Device device) {
    this.folder = folder;
    this.recipe = recipe;
    this.set = set;
    this.codec = codec;
    this.device = device;
  }

  @Override
  public void onStep(Clock clock) {
    if (recipe.watch().snapshots().schedule().isDue(clock)) {
      Grid grid = recipe.watch().snapshots().grid();
      int count = Math.min(set.size(), Math.max(grid.columns(), grid.count() / 2));
      ImageSet shown = set.only(IntStream.range(0, count).toArray());
      Reconstructions.of(codec, shown, recipe.data().range(), device)
          .grid(grid.columns())
          .writePng(folder.reconstructions(clock.step()));
    }
  }
}
