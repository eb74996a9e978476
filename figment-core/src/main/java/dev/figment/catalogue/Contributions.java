package dev.figment.catalogue;

import static dev.figment.UsageException.require;

import dev.figment.FigmentException;
import dev.figment.UsageException;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries of all extensions, by kind and name; no name stands twice. */
public final class Contributions {
  private record Entry(Object value, @Nullable Class<?> extension) {
    boolean isRecord() {
      return value instanceof Class;
    }
  }

  private final Map<Class<?>, Map<String, Entry>> entries = new HashMap<>();
  private final Set<Class<?>> seen = new HashSet<>();
  private @Nullable Class<?> extension;

  Contributions() {}

  /**
   * Those of all extensions that a class loader finds.
   *
   * @throws UsageException if one cannot be loaded, or two add the same name
   */
  static Contributions found(ClassLoader loader) {
    Contributions all = new Contributions();
    try {
      all.contribute(ServiceLoader.load(Extension.class, loader));
      all.contribute(ServiceLoader.load(Extension.class, Extension.class.getClassLoader()));
      return all;
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new UsageException(
          "class path: expected extensions that can be loaded, got one that cannot: %s. Mend it, or"
              + " take its library off the class path.",
          e.getMessage());
    }
  }

  /** Of each class of extension one, whichever loader finds it. */
  private void contribute(Iterable<Extension> extensions) {
    for (Extension each : extensions) {
      if (seen.add(each.getClass())) {
        contribute(each);
      }
    }
  }

  private void contribute(Extension each) {
    extension = each.getClass();
    try {
      each.contribute(this);
    } catch (FigmentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UsageException(
          "class path: expected extensions that add their entries, got %s, which ended in %s. Mend"
              + " it, or take its library off the class path.",
          extension.getName(), e);
    }
  }

  /**
   * Adds a record whose components are what a recipe can set, under its own name in camel case:
   * {@code conv2d} for {@code Conv2d}.
   *
   * @param kind an interface marked as a {@link Kind}
   */
  public <T> Contributions add(Class<T> kind, Class<? extends T> record) {
    return add(kind, nameOf(record), record);
  }

  /** The same under another name. */
  public <T> Contributions add(Class<T> kind, String name, Class<? extends T> record) {
    require(
        record.isRecord() && Modifier.isPublic(record.getModifiers()),
        "%s %s: expected a public record, whose components a recipe can set, got %s",
        Catalogue.word(kind),
        name,
        record);
    return put(kind, name, record);
  }

  /** Adds one that is as it is, with nothing to set, such as a data set. */
  public <T> Contributions add(Class<T> kind, String name, T value) {
    return put(kind, name, value);
  }

  private Contributions put(Class<?> kind, String name, Object value) {
    Map<String, Entry> ofKind = entries.getOrDefault(kind, Map.of());
    require(
        ofKind.values().stream().allMatch(each -> each.isRecord() == value instanceof Class),
        "%s %s: expected %s, as others of this kind are, got %s",
        Catalogue.word(kind),
        name,
        value instanceof Class ? "a value" : "the class of a record",
        value);
    Entry before =
        entries
            .computeIfAbsent(kind, unseen -> new TreeMap<>())
            .putIfAbsent(name, new Entry(value, extension));
    require(
        before == null,
        "%s %s: expected one of this name, got two, by %s and %s. Rename one, or take one library"
            + " off the class path.",
        Catalogue.word(kind),
        name,
        before == null ? null : library(before.extension),
        library(extension));
    return this;
  }

  private static @Nullable String library(@Nullable Class<?> extension) {
    return extension == null ? null : extension.getName();
  }

  /** Kinds of which recipes name records. */
  Set<Class<?>> recordKinds() {
    Set<Class<?>> kinds = new LinkedHashSet<>();
    entries.forEach(
        (kind, named) -> {
          if (named.values().stream().anyMatch(Entry::isRecord)) {
            kinds.add(kind);
          }
        });
    return kinds;
  }

  Map<String, Object> of(Class<?> kind) {
    Map<String, Object> values = new TreeMap<>();
    entries.getOrDefault(kind, Map.of()).forEach((name, entry) -> values.put(name, entry.value));
    return values;
  }

  /** A record's name, as recipes and summaries write it: {@code conv2d}. */
  public static String nameOf(Class<?> record) {
    String name = record.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
