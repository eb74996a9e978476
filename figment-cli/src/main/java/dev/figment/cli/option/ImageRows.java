package dev.figment.cli.option;

import dev.figment.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin of the commands that show images above what a model makes of each: how many of them. */
public final class ImageRows {
  private static final int COUNT = 20;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "The most images (default: " + COUNT + ", or all IMAGES).")
  private @Nullable Integer count;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "10",
      description = "The most images in a row (default: ${DEFAULT-VALUE}).")
  private int columns;

  /** Refuses to show none. */
  public void check() {
    UsageException.require(columns >= 1, "--columns: expected at least 1, got %d", columns);
    UsageException.require(
        count == null || count >= 1, "--count: expected at least 1, got %d", count);
  }

  /**
   * The most to show.
   *
   * @param given whether files were named, of which all are shown
   */
  public int limit(boolean given) {
    if (count != null) {
      return count;
    }
    return given ? Integer.MAX_VALUE : COUNT;
  }

  /** How many stand in a row, of so many. */
  public int columns(int images) {
    return Math.min(columns, images);
  }
}
