package dev.figment.cli.option;

import dev.figment.ShellWord;
import dev.figment.run.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of the commands that read data sets: {@code --data-dir}. */
public final class DataFolderOption {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = {
        "Where the data sets are, one folder each: mnist/, fashion-mnist/, …",
        "Otherwise FIGMENT_DATA; otherwise ~/.cache/figment."
      })
  private @Nullable Path folder;

  /** The option as it was given, for a command that is suggested; empty where it was not. */
  public String words() {
    return folder == null ? "" : " --data-dir " + ShellWord.of(folder);
  }

  /** The folder asked for, or the usual one. */
  public Path folder() {
    return Settings.dataIn(folder).dataFolder();
  }
}
