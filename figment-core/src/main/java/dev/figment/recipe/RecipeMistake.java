package dev.figment.recipe;

import dev.figment.FigmentException;
import dev.figment.Nearest;
import dev.figment.PlainText;
import dev.figment.UsageException;
import dev.figment.recipe.DeclaredDefaults.MissingKeyException;
import dev.figment.recipe.DeclaredDefaults.NotFiniteException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns what the parser says into what the writer of a recipe needs: where, what, and the remedy.
 */
final class RecipeMistake {
  private static final Pattern NOTHING = Pattern.compile("empty String|coerce `null`");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\((-?\\d+)\\)");
  private static final Pattern NUMBER = Pattern.compile("Malformed numeric value '?([^ ':(]+)");
  private static final Pattern LIMIT =
      Pattern.compile("^(.*?) \\((\\d+)\\) exceeds the maximum allowed \\((\\d+)");
  private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"");

  private RecipeMistake() {}

  /** A mistake in a text that stands alone. */
  static UsageException of(JacksonException e, String origin) {
    return of(e, origin, () -> null);
  }

  /**
   * @param recipe the whole of it, as far as it can be read; null where it cannot
   */
  static UsageException of(JacksonException e, String origin, Supplier<@Nullable JsonNode> recipe) {
    return new UsageException("%s", place(e, origin) + ": " + reason(e, recipe));
  }

  private static String place(JacksonException e, String origin) {
    TokenStreamLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? origin
        : "%s, line %d, column %d".formatted(origin, location.getLineNr(), location.getColumnNr());
  }

  private static String reason(JacksonException e, Supplier<@Nullable JsonNode> recipe) {
    FigmentException own = ownCause(e);
    if (own != null) {
      return Objects.requireNonNull(own.getMessage());
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknownKey(unknown, recipe);
    }
    String problem =
        hasEmptyItem(e) ? "expected a value for each item, got an empty one" : problem(e);
    return path(e).isEmpty() || problem.startsWith("missing key")
        ? problem
        : path(e) + ": " + problem;
  }

  /** Records copy their lists, which refuses items that are null. */
  private static boolean hasEmptyItem(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof NullPointerException) {
        return true;
      }
    }
    return false;
  }

  private static String problem(JacksonException e) {
    if (e instanceof MissingKeyException) {
      return "missing key " + path(e);
    }
    if (String.valueOf(e.getOriginalMessage()).startsWith("Trailing token")) {
      return "expected one document, got a second";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return notAmong(format);
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "expected %s, got %s"
          .formatted(ExpectedTypes.of(mismatch.getTargetType()), got(mismatch));
    }
    if (e instanceof InputCoercionException number) {
      return tooLarge(number);
    }
    if (e instanceof NotFiniteException number) {
      return "expected a finite number, got %s".formatted(number.number());
    }
    return syntax(e);
  }

  private static String tooLarge(InputCoercionException e) {
    Class<?> type = e.getTargetType();
    boolean isInt = type == int.class || type == Integer.class;
    Matcher number = IN_BRACKETS.matcher(String.valueOf(e.getOriginalMessage()));
    return "expected %s of at most %d, got %s"
        .formatted(
            ExpectedTypes.of(type),
            isInt ? Integer.MAX_VALUE : Long.MAX_VALUE,
            number.find() ? PlainText.name(number.group(1)) : "a larger one");
  }

  private static @Nullable FigmentException ownCause(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FigmentException own) {
        return own;
      }
    }
    return null;
  }

  private static String unknownKey(
      UnrecognizedPropertyException e, Supplier<@Nullable JsonNode> recipe) {
    List<String> known = e.getKnownPropertyIds().stream().map(String::valueOf).toList();
    String here = Nearest.hint(e.getPropertyName(), known);
    String hint = here.isEmpty() ? new KnownKeys(recipe.get()).hint(e.getPropertyName()) : here;
    return "unknown key "
        + path(e)
        + (hint.isEmpty() ? ". Known here: " + String.join(", ", known) : hint);
  }

  private static String notAmong(InvalidFormatException e) {
    List<String> words =
        Arrays.stream(e.getTargetType().getEnumConstants()).map(String::valueOf).toList();
    String given = PlainText.name(String.valueOf(e.getValue()));
    return "expected one of %s, got %s%s"
        .formatted(String.join(", ", words), given, Nearest.hint(given, words));
  }

  private static String path(JacksonException e) {
    return e.getPath().stream()
        .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : name(step))
        .collect(Collectors.joining("."));
  }

  private static String name(JacksonException.Reference step) {
    return PlainText.name(step.getPropertyName());
  }

  private static String got(MismatchedInputException e) {
    if (e instanceof InvalidFormatException format && !"".equals(format.getValue())) {
      return PlainText.name(String.valueOf(format.getValue()));
    }
    if (e.getCurrentToken() == null || NOTHING.matcher(e.getOriginalMessage()).find()) {
      return "nothing";
    }
    return switch (e.getCurrentToken()) {
      case START_ARRAY -> "a list";
      case START_OBJECT, PROPERTY_NAME -> "a map";
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_STRING -> "text";
      default -> "nothing";
    };
  }

  /** What the parser says of text that is no YAML, without its picture of the place. */
  private static String syntax(JacksonException e) {
    String said = String.valueOf(e.getOriginalMessage());
    Matcher twice = TWICE.matcher(said);
    if (twice.matches()) {
      return "the key %s stands twice".formatted(PlainText.name(twice.group(1)));
    }
    Matcher limit = LIMIT.matcher(said);
    if (limit.find()) {
      return "expected at most %s as %s, got %s"
          .formatted(limit.group(3), limit.group(1).toLowerCase(Locale.ROOT), limit.group(2));
    }
    Matcher number = NUMBER.matcher(said);
    if (number.find()) { // of .nan, .inf and the like
      return "expected a finite number, got " + PlainText.name(number.group(1));
    }
    return "not readable as YAML: "
        + said.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(", "));
  }
}
