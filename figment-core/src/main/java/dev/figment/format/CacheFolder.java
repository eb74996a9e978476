package dev.figment.format;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where what took long to make is kept for the next time. It may be deleted at any time. */
public final class CacheFolder {
  /** Names the folder in the environment, or says {@code off}. */
  public static final String VARIABLE = "FIGMENT_CACHE";

  private CacheFolder() {}

  /**
   * The folder for a kind of things.
   *
   * @param kind what it is called below ~/.cache/figment, where {@code FIGMENT_CACHE} names no
   *     folder for all
   * @return null where nothing is to be kept
   */
  public static @Nullable Path of(String kind) {
    return of(kind, System.getenv(VARIABLE));
  }

  static @Nullable Path of(String kind, @Nullable String variable) {
    if (variable == null || variable.isBlank()) {
      return Path.of(System.getProperty("user.home"), ".cache", "figment", kind);
    }
    return variable.equals("off") ? null : Path.of(variable);
  }
}
