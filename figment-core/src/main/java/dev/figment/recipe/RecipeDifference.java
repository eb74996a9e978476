package dev.figment.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value that two recipes do not have in common.
 *
 * @param key names from the top, joined by dots, as {@link Recipe#with(String, Object)} takes them
 * @param before of the one; null where it has none
 * @param after of the other; null where it has none
 */
public record RecipeDifference(String key, @Nullable String before, @Nullable String after) {
  /** All of them, by key. */
  public static List<RecipeDifference> between(Recipe one, Recipe other) {
    Map<String, String> before = values(one);
    Map<String, String> after = values(other);
    TreeSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys.stream()
        .map(key -> new RecipeDifference(key, before.get(key), after.get(key)))
        .filter(each -> !Objects.equals(each.before, each.after))
        .toList();
  }

  /** Every value of a recipe, defaults too, by its key; not those that are none. */
  public static Map<String, String> values(Recipe recipe) {
    Map<String, String> values = new LinkedHashMap<>();
    collect("", RecipeFormat.tree(recipe), values);
    return values;
  }

  private static void collect(String key, JsonNode node, Map<String, String> values) {
    if (node.isContainer() && !node.isEmpty()) {
      children(node).forEach((name, child) -> collect(joined(key, name), child, values));
    } else if (!node.isNull()) {
      values.put(key, node.isContainer() ? node.toString() : node.asString());
    }
  }

  private static Map<String, JsonNode> children(JsonNode node) {
    Map<String, JsonNode> children = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(node.propertyNames());
    names.forEach(name -> children.put(name, node.get(name)));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      children.put(String.valueOf(i), node.get(i));
    }
    return children;
  }

  private static String joined(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }

  /** {@code train.epochs: 3 → 10}. */
  @Override
  public String toString() {
    return "%s: %s → %s"
        .formatted(key, before == null ? "none" : before, after == null ? "none" : after);
  }
}
