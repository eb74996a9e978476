package dev.figment.recipe;

import java.util.Collection;
import java.util.Map;

/** What a Java type is called in messages about a recipe. */
final class ExpectedTypes {
  private static final Map<Class<?>, String> WORDS =
      Map.of(
          int.class, "a whole number",
          Integer.class, "a whole number",
          long.class, "a whole number",
          Long.class, "a whole number",
          double.class, "a number",
          Double.class, "a number",
          boolean.class, "true or false",
          Boolean.class, "true or false",
          String.class, "text");

  private ExpectedTypes() {}

  static String of(Class<?> type) {
    boolean isList = type.isArray() || Collection.class.isAssignableFrom(type);
    return WORDS.getOrDefault(type, isList ? "a list" : "a map (key: value)");
  }
}
