package dev.figment.cli;

import dev.figment.data.set.ImageSets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Mixin of the commands that take RUN IMAGES…. */
final class RunImages {
  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of the run.")
  private Path folder;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "IMAGES",
      description = "Image files, or folders of them.")
  private List<Path> images = List.of();

  /** The folder of the run. */
  Path folder() {
    return folder;
  }

  boolean areGiven() {
    return !images.isEmpty();
  }

  /** All files, those in folders too. */
  List<Path> files() {
    return ImageSets.filesOf(images);
  }
}
