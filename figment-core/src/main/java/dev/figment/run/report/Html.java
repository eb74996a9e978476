package dev.figment.run.report;

import dev.figment.format.MarkupText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A piece of a page. Text and the values of attributes are escaped where they come in, so that no
 * name or comment of a user is ever taken for markup.
 *
 * @param name of the element; empty for what is none
 * @param attributes as they stand in its tag, escaped
 * @param content markup
 */
record Html(String name, String attributes, String content) {
  static final Html NONE = new Html("", "", "");

  private static final Set<String> WITHOUT_CONTENT = Set.of("img", "input", "meta", "link", "br");

  /** Text as it is read. */
  static Html text(String text) {
    return new Html("", "", MarkupText.escaped(text));
  }

  /** Markup that was escaped before, such as an SVG image of our own. */
  static Html markup(String markup) {
    return new Html("", "", markup);
  }

  /** An element with text in it. */
  static Html of(String name, String text) {
    return new Html(name, "", MarkupText.escaped(text));
  }

  /** An element with others in it. */
  static Html of(String name, Html... content) {
    return of(name, Arrays.asList(content));
  }

  static Html of(String name, List<Html> content) {
    return new Html(name, "", joined(content));
  }

  /** One after the other. */
  static Html all(List<Html> parts) {
    return markup(joined(parts));
  }

  static Html all(Html... parts) {
    return all(Arrays.asList(parts));
  }

  private static String joined(List<Html> parts) {
    return parts.stream().map(Html::toString).collect(Collectors.joining());
  }

  /** The same element with an attribute more. */
  Html with(String attribute, String value) {
    return new Html(
        name, "%s %s=\"%s\"".formatted(attributes, attribute, MarkupText.escaped(value)), content);
  }

  @Override
  public String toString() {
    if (name.isEmpty()) {
      return content;
    }
    String tag = "<" + name + attributes + ">";
    return WITHOUT_CONTENT.contains(name) ? tag : tag + content + "</" + name + ">";
  }
}
