package dev.figment;

import java.util.Formatter;
import java.util.function.IntPredicate;

/** Text of files and of people that is safe to show: nothing in it that a terminal would obey. */
public final class PlainText {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_MESSAGE = 4_000;
  private static final int END_OF_MESSAGE = 500;

  private PlainText() {}

  /** The same with control characters, but for ends of lines and tabs, written as in a program. */
  public static String of(String text) {
    return escaped(text, PlainText::isObeyed);
  }

  private static String escaped(String text, IntPredicate isUnsafe) {
    if (text.chars().noneMatch(isUnsafe)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    Formatter escapes = new Formatter(plain);
    text.chars()
        .forEach(
            letter -> {
              if (isUnsafe.test(letter)) {
                escapes.format("\\u%04x", letter);
              } else {
                plain.append((char) letter);
              }
            });
    return plain.toString();
  }

  /** A name out of a file or a command in one line, at most 80 letters of it. */
  public static String name(String name) {
    return escaped(cut(name), letter -> isObeyed(letter) || Character.isISOControl(letter));
  }

  /** The same in quotes: {@code 'text'}. */
  public static String quoted(String name) {
    return "'" + name(name) + "'";
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  /** A message without the middle of what is too long to be read. */
  static String message(String message) {
    int length = message.length();
    return of(
        length <= LONGEST_MESSAGE
            ? message
            : message.substring(0, LONGEST_MESSAGE - END_OF_MESSAGE)
                + " … "
                + message.substring(length - END_OF_MESSAGE));
  }

  /** Controls, and those that turn the direction of a line or end it. */
  private static boolean isObeyed(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL -> letter != '\n' && letter != '\r' && letter != '\t';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT ->
          letter >= '\u202a' && letter <= '\u202e' || letter >= '\u2066' && letter <= '\u2069';
      default -> false;
    };
  }
}
