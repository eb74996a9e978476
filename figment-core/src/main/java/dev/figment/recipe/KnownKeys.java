package dev.figment.recipe;

import dev.figment.catalogue.Catalogue;
import dev.figment.catalogue.Kind;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The keys of a recipe, wherever they stand, those too that were left out: {@code
 * model.vae.optimizer.rmsprop.learningRate}. Of several kinds, only the one that the recipe names.
 */
final class KnownKeys {
  private static final int MOST = 3;
  private final List<String> all = new ArrayList<>();

  /**
   * @param recipe as it was written, as far as it can be read
   */
  KnownKeys(@Nullable JsonNode recipe) {
    collect(Recipe.class, recipe, "");
  }

  private void collect(Class<?> type, @Nullable JsonNode node, String place) {
    if (node != null && node.isArray()) {
      return; // of layers there are many, with the same keys
    }
    if (type.isAnnotationPresent(Kind.class)) {
      collectKind(type, node, place);
    } else if (type.isRecord()) {
      for (RecordComponent each : type.getRecordComponents()) {
        String key = place + each.getName();
        all.add(key);
        collect(each.getType(), node == null ? null : node.get(each.getName()), key + ".");
      }
    }
  }

  private void collectKind(Class<?> kind, @Nullable JsonNode node, String place) {
    String name = named(node);
    Object named = Catalogue.ofRecords(kind).byName().get(name);
    if (named instanceof Class<?> record) {
      collect(record, node == null ? null : node.get(name), place + name + ".");
    }
  }

  private static String named(@Nullable JsonNode node) {
    if (node == null || !node.isObject() || node.isEmpty()) {
      return node == null || !node.isString() ? "" : node.asString();
    }
    return node.propertyNames().iterator().next();
  }

  /** "; did you mean a.b or c.b?": those that end in this name, or nothing. */
  String hint(String name) {
    List<String> found =
        all.stream()
            .filter(key -> key.equals(name) || key.endsWith("." + name))
            .limit(MOST)
            .toList();
    return found.isEmpty() ? "" : "; did you mean " + String.join(" or ", found) + "?";
  }
}
