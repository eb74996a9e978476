package dev.figment.bench.peer;

import dev.figment.bench.PeakMemory;
import dev.figment.bench.ProcessAge;
import dev.figment.data.ImageSet;
import dev.figment.data.set.ImageSets;
import java.io.IOException;
import java.nio.file.Path;

/** Figment's side of a {@link Loading}. */
public final class FigmentLoading {
  private FigmentLoading() {}

  /** What {@link FigmentTurn} takes, then the set and the folder of all sets. */
  public static void main(String[] args) throws IOException, InterruptedException {
    FigmentTurn.of(args, turn -> measured(turn.work().get(0), Path.of(turn.work().get(1))));
  }

  private static Measurement measured(String set, Path data) throws IOException {
    long start = System.nanoTime();
    ImageSet images = ImageSets.open(Loading.recipe(set), data);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    return new Measurement(
        milliseconds, images.size(), PeakMemory.megabytes(), ProcessAge.seconds());
  }
}
