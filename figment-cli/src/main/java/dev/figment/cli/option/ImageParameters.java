package dev.figment.cli.option;

import dev.figment.data.set.ImageSets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Mixin of the commands that take RUN IMAGES…. */
public final class ImageParameters {
  @Mixin private RunArgument run;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "IMAGES",
      description = "Image files, or folders of them.")
  private List<Path> images = List.of();

  /** The run. */
  public RunArgument run() {
    return run;
  }

  public boolean areGiven() {
    return !images.isEmpty();
  }

  /** All files, those in folders too. */
  public List<Path> files() {
    return ImageSets.filesOf(images);
  }
}
