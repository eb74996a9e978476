package dev.figment.recipe;

import dev.figment.Nearest;
import dev.figment.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The bundled recipes. */
public final class Recipes {
  private static final String FOLDER = "/dev/figment/recipes/";

  private Recipes() {}

  /** The names of all bundled recipes, in the order in which they are best met. */
  public static List<String> names() {
    return resource("index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  /**
   * A bundled recipe.
   *
   * @throws UsageException if there is none of this name; it says which are near
   */
  public static Recipe named(String name) {
    if (!names().contains(name)) {
      String hint = Nearest.hint(name, names());
      throw new UsageException(
          "unknown recipe %s%s See all with: figment recipes", name, hint.isEmpty() ? "." : hint);
    }
    return RecipeFormat.read(text(name), name + ".yaml");
  }

  /** A bundled recipe by its name, or one of your own by its file. */
  public static Recipe find(String nameOrFile) {
    boolean isFile = nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
    if (isFile && !Files.exists(Path.of(nameOrFile))) {
      throw new UsageException("no recipe file %s", nameOrFile);
    }
    return isFile ? RecipeFormat.read(Path.of(nameOrFile)) : named(nameOrFile);
  }

  /** A bundled recipe as it was written, with its comments. */
  public static String text(String name) {
    return resource(name + ".yaml");
  }

  private static String resource(String file) {
    try (InputStream in = Recipes.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new AssertionError("bundled file " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
