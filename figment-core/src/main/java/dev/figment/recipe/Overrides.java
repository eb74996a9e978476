package dev.figment.recipe;

import dev.figment.Nearest;
import dev.figment.PlainText;
import dev.figment.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes single values of a recipe's tree, where every key that can be set already stands. */
final class Overrides {
  private Overrides() {}

  static void set(ObjectNode tree, String key, JsonNode value) {
    List<String> names = List.of(key.split("\\.", -1));
    JsonNode parent = tree;
    for (int depth = 0; depth < names.size() - 1; depth++) {
      parent = child(tree, parent, names, depth);
    }
    child(tree, parent, names, names.size() - 1);
    String last = names.get(names.size() - 1);
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
  }

  private static JsonNode child(ObjectNode tree, JsonNode parent, List<String> names, int depth) {
    String name = names.get(depth);
    JsonNode child =
        parent instanceof ArrayNode list && name.matches("\\d{1,6}")
            ? list.get(Integer.parseInt(name))
            : parent.get(name);
    if (child == null) {
      throw unknown(tree, parent, names, depth);
    }
    return child;
  }

  /**
   * @param names of the key, all of them
   * @param depth of the first that is unknown
   */
  private static UsageException unknown(
      ObjectNode tree, JsonNode parent, List<String> names, int depth) {
    String place = PlainText.name(String.join(".", names.subList(0, depth)));
    String key = (place.isEmpty() ? "" : place + ".") + PlainText.name(names.get(depth));
    String hint = Nearest.hint(names.get(depth), keys(parent));
    if (hint.isEmpty()) { // it may stand elsewhere
      hint = new KnownKeys(tree).hint(names.get(names.size() - 1));
    }
    return keys(parent).isEmpty()
        ? new UsageException(
            "set: unknown key %s%s %s holds a single value",
            key, hint.isEmpty() ? ":" : hint, place)
        : new UsageException(
            "set: unknown key %s%s Known here: %s",
            key, hint.isEmpty() ? "." : hint, String.join(", ", keys(parent)));
  }

  private static List<String> keys(JsonNode node) {
    return node instanceof ArrayNode list
        ? IntStream.range(0, list.size()).mapToObj(String::valueOf).toList()
        : new ArrayList<>(node.propertyNames());
  }
}
