package dev.figment.examples;

import dev.figment.recipe.Recipe;
import dev.figment.recipe.RecipeFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The recipes that lie beside the examples. */
public final class ExampleRecipes {
  private ExampleRecipes() {}

  /**
   * @param name {@code ring-flow-matching} or {@code ring-own-parts}
   */
  public static Recipe named(String name) {
    String file = "/dev/figment/examples/" + name + ".yaml";
    try (InputStream in = ExampleRecipes.class.getResourceAsStream(file)) {
      return RecipeFormat.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
