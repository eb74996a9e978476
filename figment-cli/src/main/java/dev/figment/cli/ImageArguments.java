package dev.figment.cli;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.ImageSets;
import dev.figment.run.Run;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Mixin of the commands that take RUN IMAGES…, or else a split of the run's set. */
final class ImageArguments {
  @Mixin private ExampleOptions examples;

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder of the run.")
  private Path folder;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "IMAGES",
      description = "Image files, or folders of them, instead of the data set's.")
  private List<Path> images = List.of();

  /**
   * What to show the model.
   *
   * @param names of the image files; empty for examples of a split
   */
  record Given(List<String> names, ImageSet set) {}

  /** The folder of the run. */
  Path folder() {
    return folder;
  }

  Path dataFolder() {
    return examples.dataFolder();
  }

  boolean areGiven() {
    return !images.isEmpty();
  }

  /** Where they are from, as files are called after it. */
  String label() {
    return areGiven() ? "images" : examples.split().toString();
  }

  /** Refuses what cannot be asked for together. */
  void check() {
    UsageException.require(
        !(areGiven() && examples.splitIsGiven()),
        "--split: IMAGES say what to show the model. Leave one of them out.");
    examples.requireFiles(areGiven());
  }

  /** The first ones, at most so many. */
  Given first(int most, Run run) {
    if (!areGiven()) {
      return new Given(List.of(), examples.first(most, run));
    }
    List<Path> files = ImageSets.filesOf(images).stream().limit(most).toList();
    return new Given(files.stream().map(Path::toString).toList(), examples.files(files, run));
  }
}
