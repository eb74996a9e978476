package dev.figment.recipe;

import dev.figment.FigmentException;
import dev.figment.Nearest;
import dev.figment.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns what the parser says into what the writer of a recipe needs: where, what, and the remedy.
 */
final class RecipeMistake {
  private RecipeMistake() {}

  static UsageException of(JacksonException e, String origin) {
    return new UsageException("%s", place(e, origin) + ": " + reason(e));
  }

  private static String place(JacksonException e, String origin) {
    TokenStreamLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? origin
        : "%s, line %d, column %d".formatted(origin, location.getLineNr(), location.getColumnNr());
  }

  private static String reason(JacksonException e) {
    FigmentException own = ownCause(e);
    if (own != null) {
      return own.getMessage();
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknownKey(unknown);
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return notAmong(format);
    }
    String where = path(e);
    return (where.isEmpty() ? "" : where + ": ") + firstLine(e);
  }

  private static FigmentException ownCause(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FigmentException own) {
        return own;
      }
    }
    return null;
  }

  private static String unknownKey(UnrecognizedPropertyException e) {
    List<String> known = e.getKnownPropertyIds().stream().map(String::valueOf).toList();
    String hint = Nearest.hint(e.getPropertyName(), known);
    return "unknown key "
        + path(e)
        + (hint.isEmpty() ? ". Known here: " + String.join(", ", known) : hint);
  }

  private static String notAmong(InvalidFormatException e) {
    List<String> words =
        Arrays.stream(e.getTargetType().getEnumConstants()).map(String::valueOf).toList();
    String given = String.valueOf(e.getValue());
    return "%s: expected one of %s, got %s%s"
        .formatted(path(e), String.join(", ", words), given, Nearest.hint(given, words));
  }

  private static String path(JacksonException e) {
    return e.getPath().stream()
        .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static String firstLine(JacksonException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("not readable");
  }
}
