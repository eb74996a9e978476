package dev.figment.cli.option;

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
public final class ExampleOptions {
  @Mixin private DataFolderOption data;

  @Mixin private SplitOption split;

  @Mixin private ResizeOption resize;

  public Path dataFolder() {
    return data.folder();
  }

  boolean splitIsGiven() {
    return split.isGiven();
  }

  public Split split(Run run) {
    return split.of(run);
  }

  /** The split, all of it. */
  public ImageSet all(Run run) {
    return run.data(split.of(run));
  }

  /** The first of the split, at most so many. */
  ImageSet first(int limit, Run run) {
    ImageSet all = all(run);
    return limit >= all.size() ? all : all.only(IntStream.range(0, limit).toArray());
  }

  /** Image files, for the model of a run. */
  ImageSet files(List<Path> files, Run run) {
    return resize.files(files, run);
  }

  /** Refuses {@code --resize} where no image files are named. */
  public void requireFiles(boolean named) {
    UsageException.require(
        named || !resize.isGiven(), "--resize: is for image files; name some, or leave it out.");
  }
}
