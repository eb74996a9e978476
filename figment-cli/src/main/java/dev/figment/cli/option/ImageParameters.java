package dev.figment.cli.option;

import dev.figment.data.set.ImageSets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Mixin of the commands that take RUN IMAGES…. */
public final class ImageParameters {
  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of the run.")
  private Path folder;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "IMAGES",
      description = "Image files, or folders of them.")
  private List<Path> images = List.of();

  /** The folder of the run. */
  public Path folder() {
    return folder;
  }

  public boolean areGiven() {
    return !images.isEmpty();
  }

  /** All files, those in folders too. */
  public List<Path> files() {
    return ImageSets.filesOf(images);
  }
}
