package dev.figment.recipe;

import dev.figment.FigmentException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A recipe as people write it: what is as it would be anyway is left out, kinds are in their short
 * forms, small maps stand on one line, and comments above their keys.
 *
 * @param comments by key, {@code model.gan.generator}; of keys that are not there, they are left
 *     out
 */
record CommentedRecipe(Recipe recipe, Map<String, String> comments) {
  private static final int COLUMNS = 100;
  private static final int LONGEST_NUMBER = 8;
  private static final String INDENT = "  ";
  private static final Set<String> KEPT = Set.of("recipe", "seed");

  String text() {
    ObjectNode tree = RecipeFormat.tree(recipe);
    shorten(tree, tree);
    StringBuilder text = new StringBuilder();
    appendMap(tree, "", "", text);
    return text.toString();
  }

  /** Leaves out whatever the recipe is the same without. */
  private void shorten(ObjectNode tree, ObjectNode map) {
    for (String key : map.propertyNames().stream().toList()) {
      boolean mayGo = map != tree || !KEPT.contains(key);
      Map<String, JsonNode> all = entries(map);
      map.remove(key);
      if (!mayGo || !isSame(tree)) {
        map.removeAll(); // so that keys keep their order
        map.setAll(all);
        shorten(tree, map, key);
      }
    }
  }

  private void shorten(ObjectNode tree, ObjectNode map, String key) {
    if (map.get(key) instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        int index = i;
        shorten(tree, list.get(i), node -> list.set(index, node));
      }
    } else {
      shorten(tree, map.get(key), node -> map.set(key, node));
    }
  }

  /**
   * {@code {flatten: {}}} as {@code flatten}, {@code {sgd: {learningRate: 1}}} as {@code {sgd: 1}}.
   */
  private void shorten(ObjectNode tree, JsonNode value, Consumer<JsonNode> place) {
    if (value instanceof ObjectNode map && !map.isEmpty()) {
      place.accept(StringNode.valueOf(firstKey(map)));
      if (!isSame(tree)) {
        place.accept(map);
        shorten(tree, map);
        shortenOnly(tree, map);
      }
    }
  }

  private void shortenOnly(ObjectNode tree, ObjectNode map) {
    JsonNode inner = map.size() == 1 ? map.get(firstKey(map)) : map;
    if (inner != map && inner.isObject() && inner.size() == 1) {
      map.set(firstKey(map), inner.iterator().next());
      if (!isSame(tree)) {
        map.set(firstKey(map), inner);
      }
    }
  }

  private static String firstKey(ObjectNode map) {
    return map.propertyNames().iterator().next();
  }

  private static Map<String, JsonNode> entries(ObjectNode map) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    map.forEachEntry(entries::put);
    return entries;
  }

  private boolean isSame(ObjectNode tree) {
    try {
      return RecipeFormat.read(tree.deepCopy()).equals(recipe);
    } catch (FigmentException e) {
      return false; // it must be given
    }
  }

  private void appendMap(ObjectNode map, String place, String indent, StringBuilder text) {
    map.forEachEntry(
        (key, value) -> {
          String comment = comments.get(place + key);
          if (comment != null) {
            text.append(indent).append("# ").append(comment).append('\n');
          }
          text.append(indent).append(key).append(':');
          appendValue(value, place + key + ".", indent + INDENT, key.length() + 1, text);
        });
  }

  private void appendValue(
      JsonNode value, String place, String indent, int used, StringBuilder text) {
    String line = onOneLine(value);
    boolean isLong = indent.length() + used + line.length() > COLUMNS;
    boolean hasComments = comments.keySet().stream().anyMatch(each -> each.startsWith(place));
    if (value instanceof ObjectNode map && (isLong || hasComments)) {
      text.append('\n');
      appendMap(map, place, indent, text);
    } else if (value instanceof ArrayNode list
        && (isLong || list.valueStream().anyMatch(JsonNode::isObject))) {
      text.append('\n');
      list.forEach(
          item -> text.append(indent).append("- ").append(withoutBraces(item)).append('\n'));
    } else {
      text.append(' ').append(line).append('\n');
    }
  }

  /** Of a list's items, one key each: {@code conv2d: {filters: 64, kernel: 4}}. */
  private static String withoutBraces(JsonNode item) {
    String line = onOneLine(item);
    return item.isObject() && item.size() == 1 ? line.substring(1, line.length() - 1) : line;
  }

  /** {@code 0.0002}, {@code 1}, {@code 1.0E-7}. */
  private static String plain(double number) {
    String decimal = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    return decimal.length() <= LONGEST_NUMBER ? decimal : String.valueOf(number);
  }

  private static String onOneLine(JsonNode node) {
    if (node instanceof ObjectNode map) {
      return entries(map).entrySet().stream()
          .map(each -> each.getKey() + ": " + onOneLine(each.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof ArrayNode list) {
      return list.valueStream()
          .map(CommentedRecipe::onOneLine)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node.isDouble()) {
      return plain(node.asDouble());
    }
    boolean isPlain = !node.isString() || RecipeFormat.isPlain(node.asString());
    return isPlain ? node.asString() : node.toString(); // JSON's quotes are YAML's
  }
}
