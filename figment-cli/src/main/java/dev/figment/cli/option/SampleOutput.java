package dev.figment.cli.option;

import dev.figment.UsageException;
import dev.figment.run.exploration.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of {@code sample}: one picture, or a folder for a file each. */
public final class SampleOutput {
  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description =
          "A .png for a grid, or a folder for a file each (default: samples-seed1.png or alike, in"
              + " the run; RECIPE-untrained-seed1.png of an untrained model).")
  private @Nullable String out;

  public boolean isFolder() {
    return out != null && (out.endsWith("/") || Files.isDirectory(Path.of(out)));
  }

  public void check() {
    UsageException.require(
        out == null || isFolder() || out.endsWith(".png"),
        "--out: expected a file that ends in .png or a folder that ends in /, got %s.",
        out);
    if (out != null && isFolder()) {
      Samples.requireEmpty(Path.of(out));
    }
  }

  /** What was asked for, or another. */
  public Path or(Path picture) {
    return out == null ? picture : Path.of(out);
  }
}
