package dev.figment.run.watching;

import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.latent.Points;
import dev.figment.model.Sampler;
import dev.figment.picture.ImageGrid;
import dev.figment.run.exploration.ChunkedSampler;
import dev.figment.run.exploration.Samples;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.train.Clock;
import dev.figment.train.Grid;
import dev.figment.train.Listener;
import dev.figment.train.Schedule;
import java.nio.file.Path;

/**
 * Pictures of a training: real images once, the same points of the latent space at each snapshot,
 * and at the end all of it as an animation and a montage. Points of a plane are drawn over real
 * ones; of longer vectors there is nothing to see. Draws from a stream of its own, so that looking
 * never changes the outcome.
 */
final class Snapshots implements Listener {
  private final WatchContext context;
  private final ImageSet set;
  private final Sampler sampler;
  private final Schedule schedule;
  private final Grid grid;
  private final float[] points;

  Snapshots(WatchContext context, Sampler sampler) {
    this.context = context;
    this.set = context.data().training();
    this.sampler = sampler;
    this.schedule = context.watch().snapshots().schedule();
    this.grid = context.watch().snapshots().grid();
    RandomStream stream = RandomStream.named("snapshot", context.seed());
    this.points = Noise.normals(stream, grid.count() * sampler.latentSize());
  }

  @Override
  public void onStart(Clock clock) {
    if (set.holdsBytes() && clock.step() == 0) {
      drawReals();
    }
  }

  private void drawReals() {
    RandomStream stream = RandomStream.named("reals", context.seed());
    int[] indices = stream.ints(Math.min(grid.count(), set.size()), 0, set.size()).toArray();
    ImageGrid.examples(set, indices)
        .columns(grid.columns())
        .writePng(context.folder().picture("reals.png"));
  }

  @Override
  public void onStep(Clock clock) {
    if (schedule.isDue(clock)) {
      draw(context.folder().fakes(clock.step()));
    }
  }

  private void draw(Path file) {
    ChunkedSampler chunked = ChunkedSampler.of(sampler);
    ExampleForm form = context.form();
    if (set.holdsBytes()) {
      Samples samples = chunked.images(points, null, form, context.device());
      samples.grid(grid.rows(), grid.columns()).writePng(file);
    } else if (PlanePoints.areIn(set)) {
      Points vectors = chunked.vectors(points, null, form, context.device());
      PlanePoints.over(set).panel("", vectors).write(file);
    }
  }

  @Override
  public void onEnd(Clock clock) {
    SnapshotHistory history = new SnapshotHistory(context.folder());
    if (clock.isFinished() && history.isLong()) { // who stops a training waits for nothing
      history.animate(clock.kimg() / clock.step());
      if (set.holdsBytes()) {
        history.montage(set.shape());
      }
    }
  }
}
