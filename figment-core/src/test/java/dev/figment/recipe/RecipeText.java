package dev.figment.recipe;

/** Parts of recipes from text and back, for tests of what recipes are made of. */
public final class RecipeText {
  private RecipeText() {}

  public static <T> T read(String yaml, Class<T> type) {
    return RecipeFormat.read(yaml, type, "test");
  }

  public static String write(Object part) {
    return RecipeFormat.writePart(part);
  }
}
