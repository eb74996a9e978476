package dev.figment.format;

/** Text fit for XML and HTML, as content and as the value of an attribute in quotes of any kind. */
public final class MarkupText {
  private MarkupText() {}

  /** With what has a meaning in markup escaped; what markup cannot hold at all is replaced. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(letter) ? letter : 0xfffd);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int letter) {
    return letter == '\t'
        || letter == '\n'
        || letter >= 0x20 && letter < 0x7f
        || letter >= 0xa0 && letter < 0xd800
        || letter >= 0xe000 && letter < 0xfffe
        || letter >= 0x10000;
  }
}
