package dev.figment.run.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as a browser takes it apart, as far as the tests need it: its tags and their attributes.
 */
record Markup(List<Tag> tags) {
  record Tag(String name, String attributes) {
    /** The value of an attribute; empty where it has none. */
    String value(String attribute) {
      Matcher found = Pattern.compile(" " + attribute + "=\"([^\"]*)\"").matcher(attributes);
      return found.find() ? found.group(1) : "";
    }
  }

  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)((?: [^<>]*)?)>");
  private static final Pattern RAW =
      Pattern.compile("(<(?:style|script)>).*?(</(?:style|script)>)", Pattern.DOTALL);
  private static final Set<String> VOID = Set.of("img", "input", "meta", "link", "br");

  /** Fails where elements do not close in the order in which they open. */
  static Markup of(String html) {
    Deque<String> open = new ArrayDeque<>();
    List<Tag> tags = new ArrayList<>();
    Matcher each = TAG.matcher(RAW.matcher(html).replaceAll("$1$2"));
    while (each.find()) {
      String name = each.group(2);
      if (each.group(1).isEmpty()) {
        tags.add(new Tag(name, each.group(3)));
        if (!VOID.contains(name) && !each.group(3).endsWith("/")) {
          open.push(name);
        }
      } else if (!name.equals(open.peek())) {
        throw new AssertionError("expected </" + open.peek() + ">, got " + each.group());
      } else {
        open.pop();
      }
    }
    if (!open.isEmpty()) {
      throw new AssertionError("never closed: " + open);
    }
    return new Markup(tags);
  }

  List<Tag> named(String name) {
    return tags.stream().filter(each -> each.name.equals(name)).toList();
  }

  List<String> values(String attribute) {
    return tags.stream()
        .map(each -> each.value(attribute))
        .filter(each -> !each.isEmpty())
        .toList();
  }
}
