package dev.figment.run.watching;

import dev.figment.data.ImageSet;
import dev.figment.model.Codec;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.train.Clock;
import dev.figment.train.Grid;
import dev.figment.train.Listener;
import java.util.stream.IntStream;

/**
 * {@code reconstructions-000500.png}: the same few images, and what the model makes of each, at
 * every snapshot.
 */
final class ReconstructionSnapshots implements Listener {
  private final WatchContext context;
  private final ImageSet set;
  private final Codec codec;

  /**
   * @param set whose first images they are: the test split where there is one
   */
  ReconstructionSnapshots(WatchContext context, ImageSet set, Codec codec) {
    this.context = context;
    this.set = set;
    this.codec = codec;
  }

  @Override
  public void onStep(Clock clock) {
    if (context.watch().snapshots().schedule().isDue(clock)) {
      Grid grid = context.watch().snapshots().grid();
      int count = Math.min(set.size(), Math.max(grid.columns(), grid.count() / 2));
      ImageSet originals = set.only(IntStream.range(0, count).toArray());
      Reconstructions.of(codec, originals, context.range(), context.device())
          .grid(grid.columns())
          .writePng(context.folder().reconstructions(clock.step()));
    }
  }
}
