package dev.figment.recipe;

import dev.figment.Nearest;
import dev.figment.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings recipes and settings in words of earlier to those of today, and says so. It goes with the
 * next version.
 *
 * <ul>
 *   <li>{@code gan.stabilisers} became {@code penalties}, a list, and options of {@code gan};
 *   <li>{@code average} became {@code ema};
 *   <li>{@code styleGan.r1}, {@code progressiveGan.gradientPenalty} and {@code
 *       progressiveGan.drift} became {@code penalties} too;
 *   <li>{@code sparsity.weight} became {@code kl}: {@link SparsityMigration}.
 * </ul>
 */
final class RecipeMigration {
  private static final Logger LOG = LoggerFactory.getLogger(RecipeMigration.class);
  private static final Pattern OLD =
      Pattern.compile("\\b(stabilisers|average|r1|gradientPenalty|drift|weight)\\b");
  private static final Set<String> PENALTIES = Set.of("gradientPenalty", "dragan", "r1", "drift");

  private static final Set<String> OPTIONS =
      Set.of(
          "weightClip",
          "featureMatching",
          "historicalAveraging",
          "instanceNoise",
          "augment",
          "average");

  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "progressiveGan", Set.of("gradientPenalty", "drift", "average"),
          "styleGan", Set.of("r1", "average"));

  /** What was left out of styleGan's own R1 and of progressiveGan's penalties. */
  private static final Map<String, Double> STYLE_R1 = Map.of("gamma", 1.0, "every", 16.0);

  private static final Map<String, Double> DEFAULT_WEIGHTS =
      new TreeMap<>(Map.of("gradientPenalty", 10.0, "drift", 0.001)).descendingMap();

  private RecipeMigration() {}

  /** Whether a text may need it: most do not, and are then read once only. */
  static boolean mayConcern(String yaml) {
    return OLD.matcher(yaml).find();
  }

  /**
   * Makes room for an old key that is about to be set: {@code model.gan.stabilisers.r1}.
   *
   * @return the key of today where it goes deeper, the same otherwise
   */
  static String prepare(ObjectNode recipe, String key) {
    List<String> names = List.of(key.split("\\."));
    if (names.size() < 3
        || !(recipe.path("model").path(names.get(1)) instanceof ObjectNode model)) {
      return key;
    }
    boolean isOfGan = names.get(1).equals("gan") && names.get(2).equals("stabilisers");
    if (!isOfGan && !KEYS.getOrDefault(names.get(1), Set.of()).contains(names.get(2))) {
      return key;
    }
    int depth = isOfGan ? 3 : 2;
    if (names.size() > depth + 1) {
      return deep(model, names, depth);
    }
    if (isOfGan) {
      model.withObjectProperty("stabilisers");
    }
    if (names.size() > depth) {
      (isOfGan ? (ObjectNode) model.get("stabilisers") : model).putNull(names.get(depth));
    }
    return key;
  }

  /** {@code model.gan.stabilisers.r1.gamma} is {@code model.gan.penalties.0.r1.gamma} today. */
  private static String deep(ObjectNode model, List<String> names, int depth) {
    String name = names.get(depth);
    String rest = String.join(".", names.subList(depth + 1, names.size()));
    String start = "model." + names.get(1) + ".";
    if (!PENALTIES.contains(name)) {
      return start + (name.equals("average") ? "ema" : name) + "." + rest;
    }
    int number = 0;
    while (number < model.path("penalties").size()
        && !model.path("penalties").path(number).has(name)) {
      number++;
    }
    return start + "penalties." + number + "." + name + "." + rest;
  }

  /**
   * Changes a tree where it is of an earlier version.
   *
   * @param tree a recipe, or its model section
   * @param origin what messages call it
   * @return whether it was
   */
  static boolean migrate(JsonNode tree, String origin) {
    JsonNode model = tree.has("model") ? tree.path("model") : tree;
    List<String> changed = new ArrayList<>();
    if (model.path("gan") instanceof ObjectNode gan) {
      migrateGan(gan, changed);
    }
    if (model.path("progressiveGan") instanceof ObjectNode progressive) {
      migrateProgressive(progressive, changed);
    }
    if (model.path("styleGan") instanceof ObjectNode style) {
      migrateStyle(style, changed);
    }
    SparsityMigration.migrate(tree, changed);
    changed.forEach(
        each -> LOG.warn("{}: {}. The old key is read in this version only", origin, each));
    return !changed.isEmpty();
  }

  private static void migrateGan(ObjectNode gan, List<String> changed) {
    if (!gan.has("stabilisers")) {
      return;
    }
    JsonNode old = gan.remove("stabilisers");
    old.properties()
        .forEach(
            each -> {
              if (PENALTIES.contains(each.getKey())) {
                addPenalty(gan, each.getKey(), each.getValue());
              } else {
                setOption(gan, each.getKey(), each.getValue());
              }
            });
    changed.add(
        "gan.stabilisers is now penalties: [...], and weightClip, ema and so on in gan itself");
  }

  private static void setOption(ObjectNode gan, String key, JsonNode value) {
    UsageException.require(
        OPTIONS.contains(key), "unknown key gan.stabilisers.%s%s", key, Nearest.hint(key, OPTIONS));
    gan.set(key.equals("average") ? "ema" : key, value);
  }

  private static void migrateProgressive(ObjectNode progressive, List<String> changed) {
    renameAverage(progressive, "progressiveGan", changed);
    if (!progressive.has("gradientPenalty") && !progressive.has("drift")) {
      return;
    }
    boolean isListed = progressive.has("penalties");
    DEFAULT_WEIGHTS.forEach(
        (name, weight) -> {
          JsonNode given = progressive.remove(name);
          if (given != null || !isListed) {
            addPenalty(progressive, name, given == null ? progressive.numberNode(weight) : given);
          }
        });
    changed.add("progressiveGan.gradientPenalty and drift are now in penalties: [...]");
  }

  private static void migrateStyle(ObjectNode style, List<String> changed) {
    renameAverage(style, "styleGan", changed);
    if (!style.has("r1")) {
      return;
    }
    JsonNode r1 = style.remove("r1");
    if (r1.isNumber()) {
      r1 = style.objectNode().set("gamma", r1);
    }
    if (r1 instanceof ObjectNode given) {
      if (!given.has("gamma")) {
        given.put("gamma", STYLE_R1.get("gamma"));
      }
      if (!given.has("every")) {
        given.put("every", Objects.requireNonNull(STYLE_R1.get("every")).intValue());
      }
    }
    addPenalty(style, "r1", r1);
    changed.add("styleGan.r1 is now in penalties: [...]");
  }

  private static void renameAverage(ObjectNode model, String kind, List<String> changed) {
    if (model.has("average")) {
      model.set("ema", model.remove("average"));
      changed.add(kind + ".average is now ema");
    }
  }

  /** In place of one of the same kind. */
  private static void addPenalty(ObjectNode model, String name, JsonNode value) {
    ArrayNode penalties =
        model.path("penalties") instanceof ArrayNode list ? list : model.arrayNode();
    penalties.removeIf(each -> each.has(name) || each.asString("").equals(name));
    if (!value.isNull()) {
      penalties.add(model.objectNode().set(name, value));
    }
    model.set("penalties", penalties);
  }
}
