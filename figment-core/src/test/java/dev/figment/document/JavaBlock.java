package dev.figment.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Java that a document shows.
 *
 * @param document where it stands
 * @param code as it stands there
 */
record JavaBlock(String document, String code) {
  private static final Pattern OF_MARKDOWN =
      Pattern.compile("(?s)(?:(<!-- fragment -->)\\s*)?```java\\R(.*?)```");
  private static final Pattern OF_JAVADOC =
      Pattern.compile("(?s)<pre>\\{@code\\R(.*?)\\R *\\* }</pre>");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(?:(?:public|final|abstract|sealed) )*(?:class|record|interface|enum) ");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\R");

  /** Those of a page in Markdown that are not marked as fragments. */
  static List<JavaBlock> ofMarkdown(String document, String text) {
    return OF_MARKDOWN
        .matcher(text)
        .results()
        .filter(block -> block.group(1) == null)
        .map(block -> new JavaBlock(document, block.group(2)))
        .toList();
  }

  /** Those of a source's Javadoc; what stands on the line of its braces is no Java. */
  static List<JavaBlock> ofJavadoc(String document, String text) {
    return OF_JAVADOC
        .matcher(text)
        .results()
        .map(block -> new JavaBlock(document, block.group(1).replaceAll("(?m)^ *\\* ?", "")))
        .toList();
  }

  /**
   * A class of its own: statements stand in a method, and types in the class.
   *
   * @param given declarations of what the code takes from its surroundings
   */
  String source(String name, String given, Imports imports) {
    String body = IMPORT.matcher(code).replaceAll("");
    List<String> lines = new ArrayList<>(imports.of(given + body));
    IMPORT.matcher(code).results().map(MatchResult::group).forEach(lines::add);
    lines.add("abstract class " + name + " {" + given);
    lines.add(TYPE.matcher(body).find() ? body : inMethod(body));
    lines.add("}");
    return String.join("\n", lines);
  }

  private static String inMethod(String body) {
    String result = body.contains("return ") ? "Object" : "void";
    return result + " run() throws Exception {\n" + body + "\n}";
  }
}
