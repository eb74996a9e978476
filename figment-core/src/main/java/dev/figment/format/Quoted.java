package dev.figment.format;

/**
 * Text out of a file that nobody vouches for, made fit for a message: short, and one plain line.
 */
public final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  /** {@code 'text'}, cut to 80 characters, with a ? for whatever a terminal might obey. */
  public static String of(String text) {
    return "'" + plain(text) + "'";
  }

  /** The same without quotes. */
  public static String plain(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return cut.codePoints()
        .map(letter -> isPlain(letter) ? letter : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPlain(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
