package dev.figment.recipe;

import dev.figment.Nearest;
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
      parent = child(parent, names, depth);
    }
    child(parent, names, names.size() - 1);
    String last = names.get(names.size() - 1);
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
  }

  private static JsonNode child(JsonNode parent, List<String> names, int depth) {
    String name = names.get(depth);
    JsonNode child =
        parent instanceof ArrayNode list && name.matches("\\d{1,6}")
            ? list.get(Integer.parseInt(name))
            : parent.get(name);
    if (child == null && keys(parent).isEmpty()) {
      throw new UsageException(
          "set: unknown key %s: %s holds a single value",
          String.join(".", names.subList(0, depth + 1)), String.join(".", names.subList(0, depth)));
    }
    if (child == null) {
      throw new UsageException(
          "set: unknown key %s%s Known here: %s",
          String.join(".", names.subList(0, depth + 1)),
          punctuated(Nearest.hint(name, keys(parent))),
          String.join(", ", keys(parent)));
    }
    return child;
  }

  private static String punctuated(String hint) {
    return hint.isEmpty() ? "." : hint;
  }

  private static List<String> keys(JsonNode node) {
    return node instanceof ArrayNode list
        ? IntStream.range(0, list.size()).mapToObj(String::valueOf).toList()
        : new ArrayList<>(node.propertyNames());
  }
}
