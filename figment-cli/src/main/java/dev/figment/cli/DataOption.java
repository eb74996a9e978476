package dev.figment.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Mixin of the commands that read data sets: {@code --data-dir}. */
final class DataOption {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "${env:FIGMENT_DATA}",
      description = {
        "Where the data sets are, one folder each: mnist/, fashion-mnist/, …",
        "Otherwise FIGMENT_DATA; otherwise ~/.cache/figment, which downloads fill."
      })
  private Path folder;

  /** The folder asked for, or the cache of downloads. */
  Path folder() {
    return folder == null ? Path.of(System.getProperty("user.home"), ".cache", "figment") : folder;
  }
}
