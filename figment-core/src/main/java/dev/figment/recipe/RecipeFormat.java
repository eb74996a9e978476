package dev.figment.recipe;

import static dev.figment.UsageException.require;

import dev.figment.DiskException;
import dev.figment.PlainText;
import dev.figment.UsageException;
import dev.figment.catalogue.Catalogue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Recipes as YAML text: unknown keys, missing ones and duplicates are refused, with line and
 * column.
 */
public final class RecipeFormat {
  private static final int LONGEST = 1_000_000;
  private static final Map<ClassLoader, YAMLMapper> MAPPERS = new ConcurrentHashMap<>();

  private RecipeFormat() {}

  /**
   * For what the thread's class loader finds. Made when it is first asked for, so that what is
   * wrong with the class path is said then.
   */
  private static YAMLMapper yaml() {
    return MAPPERS.computeIfAbsent(Catalogue.loader(), unseen -> create());
  }

  private static YAMLMapper create() {
    SimpleModule module = new SimpleModule("figment");
    Catalogue.recordKinds().forEach(kind -> new CatalogueFormat<>(kind).register(module));
    YAMLFactory yaml =
        YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();
    return YAMLMapper.builder(yaml)
        .addModule(module)
        .addModule(new DefaultsModule())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(SerializationFeature.WRAP_EXCEPTIONS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .build();
  }

  private static final class DefaultsModule extends SimpleModule {
    @Override
    public void setupModule(SetupContext context) {
      super.setupModule(context);
      context.addValueInstantiators(new DeclaredDefaults());
      context.addDeserializerModifier(new UnknownKeys());
    }
  }

  /**
   * Reads a recipe.
   *
   * @throws UsageException with the file, line, column and key of the first mistake
   */
  public static Recipe read(Path file) {
    try {
      requireModest(Files.size(file), file.toString());
      return read(Files.readString(file), file.toString());
    } catch (CharacterCodingException e) {
      throw new UsageException("%s: expected text in UTF-8, got other bytes", file);
    } catch (IOException e) {
      throw new DiskException(file, "reading the recipe", e);
    }
  }

  /**
   * @param origin what messages call the text: a file's name
   */
  public static Recipe read(String yaml, String origin) {
    return read(yaml, Recipe.class, origin);
  }

  /** Any record of a recipe, from its own text. */
  static <T> T read(String yaml, Class<T> type, String origin) {
    requireModest(yaml.length(), origin);
    JsonNode migrated = RecipeMigration.mayConcern(yaml) ? migrated(yaml, origin) : null;
    if (migrated != null) {
      return of(migrated, type, origin);
    }
    try (JsonParser parser =
        new LocationTrackingParser(yaml().createParser(new WholeCharacters(yaml)))) {
      T value = yaml().readerFor(type).readValue(parser);
      require(value != null, "%s: expected a recipe, got nothing", origin);
      return value;
    } catch (JacksonException e) {
      throw RecipeMistake.of(e, origin, () -> asWritten(yaml));
    }
  }

  /** The tree of a text that has a mistake; null where it is no YAML at all. */
  private static @Nullable JsonNode asWritten(String yaml) {
    try {
      return yaml().readTree(new WholeCharacters(yaml));
    } catch (JacksonException e) {
      return null; // the mistake that is told came first
    }
  }

  /** A text of an earlier version, as a tree of today's; null where it is none. */
  private static @Nullable JsonNode migrated(String yaml, String origin) {
    try (JsonParser parser =
        new LocationTrackingParser(yaml().createParser(new WholeCharacters(yaml)))) {
      JsonNode tree = yaml().readTree(parser); // null where there is none
      return tree != null && RecipeMigration.migrate(tree, origin) ? tree : null;
    } catch (JacksonException e) {
      return null; // what is wrong is said where it is read
    }
  }

  private static <T> T of(JsonNode tree, Class<T> type, String origin) {
    try {
      return yaml().treeToValue(tree, type);
    } catch (JacksonException e) {
      throw RecipeMistake.of(e, origin, () -> tree);
    }
  }

  private static void requireModest(long length, String origin) {
    require(
        length <= LONGEST,
        "%s: expected a recipe of at most %d characters, got %d",
        origin,
        LONGEST,
        length);
  }

  /**
   * A recipe as text, every default explicit.
   *
   * @throws UsageException if a part of it is of a kind that no extension adds, or a number is not
   *     finite
   */
  public static String write(Recipe recipe) {
    requireFinite("", tree(recipe));
    return writePart(recipe);
  }

  private static void requireFinite(String key, JsonNode node) {
    node.forEachEntry((name, child) -> requireFinite(key + "." + name, child));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireFinite(key + "." + i, node.get(i));
    }
    if (node.isDouble() && !Double.isFinite(node.asDouble())) {
      throw new UsageException(
          "%s: expected a finite number, got %s", key.substring(1), node.asDouble());
    }
  }

  /** Any record of a recipe, as text that {@link #read(String, Class, String)} takes. */
  static String writePart(Object part) {
    return yaml().writeValueAsString(part);
  }

  /** The recipe that a tree is of. */
  static Recipe read(JsonNode tree) {
    return of(tree, Recipe.class, "tree");
  }

  /** Whether a text needs no quotes: it is read as a text, also inside of a list or a map. */
  static boolean isPlain(String text) {
    return text.matches("[A-Za-z./][A-Za-z0-9_./-]*|\\d+x\\d+") && yaml().readTree(text).isString();
  }

  /** A recipe as a tree, every default explicit. */
  static ObjectNode tree(Recipe recipe) {
    return yaml().valueToTree(recipe);
  }

  /** The same recipe with single values changed, each value as YAML text or an object. */
  public static Recipe changed(Recipe recipe, Map<String, ?> changes) {
    ObjectNode tree = tree(recipe);
    changes.forEach(
        (key, value) -> {
          String today = RecipeMigration.prepare(tree, key);
          Overrides.set(tree, today, node(key, value));
        });
    String origin = "set " + String.join(", ", changes.keySet());
    RecipeMigration.migrate(tree, origin);
    return of(tree, Recipe.class, origin);
  }

  private static JsonNode node(String key, Object value) {
    requireModest(String.valueOf(value).length(), "set " + PlainText.name(key));
    try {
      return value instanceof String text && !text.isEmpty()
          ? yaml().readTree(new WholeCharacters(text))
          : yaml().valueToTree(value);
    } catch (JacksonException e) {
      throw RecipeMistake.of(e, PlainText.name("set " + key + "=" + value));
    }
  }
}
