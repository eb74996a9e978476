package dev.figment.cli;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.run.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;

/**
 * Mixin of the commands that show a model examples: of a split of its run's set, or image files.
 */
final class ExampleOptions {
  @Mixin private DataOption data;

  @Mixin private SplitOption split;

  @Mixin private ResizeOption resize;

  Path dataFolder() {
    return data.folder();
  }

  boolean splitIsGiven() {
    return split.isGiven();
  }

  Split split() {
    return split.orTest();
  }

  /** The split, all of it. */
  ImageSet all(Run run) {
    return run.data(split());
  }

  /** The first of the split, at most so many. */
  ImageSet first(int most, Run run) {
    ImageSet all = all(run);
    return most >= all.size() ? all : all.only(IntStream.range(0, most).toArray());
  }

  /** Image files, for the model of a run. */
  ImageSet files(List<Path> files, Run run) {
    return resize.files(files, run);
  }

  /** Refuses {@code --resize} where no image files are named. */
  void requireFiles(boolean named) {
    UsageException.require(
        named || !resize.isGiven(), "--resize: is for image files; name some, or leave it out.");
  }
}
