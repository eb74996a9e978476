package dev.figment.cli.option;

import dev.figment.data.ImageSet;
import dev.figment.data.image.Fit;
import dev.figment.data.set.ImageSets;
import dev.figment.run.Run;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Mixin of the commands that show a model image files: whether they may be of another size. */
public final class ResizeOption {
  @Option(
      names = "--resize",
      description =
          "Bring image files to the size and colors that the model takes, by the data.fit of its"
              + " recipe. Without it, others are refused.")
  private boolean resize;

  public boolean isGiven() {
    return resize;
  }

  /** Image files, for the model of a run. */
  public ImageSet files(List<Path> files, Run run) {
    Fit fit = resize ? run.recipe().data().fit() : null;
    return ImageSets.ofFiles(files, run.trained().form(), fit);
  }
}
