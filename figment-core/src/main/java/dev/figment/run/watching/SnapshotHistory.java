package dev.figment.run.watching;

import dev.figment.format.Png;
import dev.figment.nn.Shape;
import dev.figment.picture.Animation;
import dev.figment.picture.ImageGrid;
import dev.figment.run.folder.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** All snapshots of a run together: what its generator learned, as a film and as one picture. */
record SnapshotHistory(RunFolder folder) {
  private static final int MOST_FRAMES = 60;
  private static final int MOST_IMAGES = 100;

  /** Whether there is more than one snapshot. */
  boolean isLong() {
    return folder.fakes().size() > 1;
  }

  /** {@code progress.gif}: the snapshots one after the other. */
  void animate(double kimgPerStep) {
    Animation animation = Animation.empty();
    for (Path frame : evenly(MOST_FRAMES)) {
      long step = RunFolder.stepOf(frame);
      animation = animation.add(frame, "step %d · %.1f kimg".formatted(step, step * kimgPerStep));
    }
    animation.write(folder.picture("progress.gif"));
  }

  /**
   * {@code progress.png}: the first image of each snapshot, row by row, of the same point each
   * time.
   */
  void montage(Shape image) {
    List<Path> snapshots = evenly(MOST_IMAGES);
    byte[] pixels = new byte[snapshots.size() * image.count()];
    for (int i = 0; i < snapshots.size(); i++) {
      byte[] first = ImageGrid.firstOf(Png.read(snapshots.get(i)), image);
      System.arraycopy(first, 0, pixels, i * image.count(), first.length);
    }
    ImageGrid.of(image, pixels).writePng(folder.picture("progress.png"));
  }

  /** All of them, or so many at equal distances, the first and the last among them. */
  private List<Path> evenly(int most) {
    List<Path> all = folder.fakes();
    int count = Math.min(all.size(), most);
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / Math.max(1, count - 1))))
        .toList();
  }
}
