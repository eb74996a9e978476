package dev.figment.cli.option;

import dev.figment.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What files that {@code --out} names end in. */
public final class FileExtensions {
  private FileExtensions() {}

  /** Refuses another ending, before anything is read. */
  public static void require(@Nullable Path out, String... endings) {
    require("--out", out, endings);
  }

  /** The same of another option. */
  public static void require(String option, @Nullable Path file, String... endings) {
    UsageException.require(
        file == null || List.of(endings).stream().anyMatch(ending -> has(file, ending)),
        "%s: expected a file that ends in %s, got %s.",
        option,
        String.join(" or ", endings),
        file);
  }

  public static boolean has(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
