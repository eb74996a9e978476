package dev.figment.catalogue;

import static dev.figment.UsageException.require;

import dev.figment.Nearest;
import dev.figment.PlainText;
import dev.figment.UsageException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All entries of one {@link Kind}, by name.
 *
 * @param <E> what an entry is: a record's class, or a value
 */
public final class Catalogue<E> {
  private static final Map<ClassLoader, Contributions> FOUND = new ConcurrentHashMap<>();

  private final String word;
  private final Map<String, E> entries;

  private Catalogue(String word, Map<String, E> entries) {
    this.word = word;
    this.entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  /** The records that recipes can name as a kind. */
  @SuppressWarnings("unchecked") // Contributions.add takes nothing else
  public static <T> Catalogue<Class<? extends T>> ofRecords(Class<T> kind) {
    return new Catalogue<>(word(kind), (Map<String, Class<? extends T>>) (Map<?, ?>) found(kind));
  }

  /** The values that recipes can name as a kind. */
  @SuppressWarnings("unchecked") // Contributions.add takes nothing else
  public static <T> Catalogue<T> ofValues(Class<T> kind) {
    return new Catalogue<>(word(kind), (Map<String, T>) found(kind));
  }

  /** All kinds that any library has added records to. */
  public static Set<Class<?>> recordKinds() {
    return found().recordKinds();
  }

  private static Map<String, Object> found(Class<?> kind) {
    return found().of(kind);
  }

  private static Contributions found() {
    ClassLoader loader = loader();
    Contributions found = FOUND.get(loader);
    if (found == null) { // not computed inside of the map: an extension may ask the catalogue
      found = Contributions.found(loader);
      FOUND.put(loader, found);
    }
    return found;
  }

  /** Where extensions are looked for: the thread's context class loader, or else this class's. */
  public static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? Catalogue.class.getClassLoader() : context;
  }

  /**
   * What one of a kind is called in messages.
   *
   * @throws UsageException if it is not marked as a kind
   */
  static String word(Class<?> kind) {
    Kind marked = kind.getAnnotation(Kind.class);
    require(
        marked != null,
        "%s: expected one that is marked as a kind, got one that is not. Mark it with @Kind, and"
            + " the word for one of them.",
        kind);
    return marked.value();
  }

  /** What one of them is called in messages: {@code layer}. */
  public String word() {
    return word;
  }

  public Map<String, E> byName() {
    return entries;
  }

  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /**
   * The entry of this name.
   *
   * @throws UsageException if there is none; the message names the nearest
   */
  public E get(String name) {
    E entry = entries.get(name);
    if (entry == null) {
      String hint = Nearest.hint(name, entries.keySet());
      throw new UsageException(
          "unknown %s %s%s Known: %s",
          word,
          PlainText.name(name),
          hint.isEmpty() ? "." : hint,
          String.join(", ", entries.keySet()));
    }
    return entry;
  }

  /**
   * The name of an entry.
   *
   * @throws UsageException if it has none
   */
  public String nameOf(E entry) {
    return entries.entrySet().stream()
        .filter(each -> each.getValue().equals(entry))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> unnamed(entry));
  }

  /** The same, and for a record that recipes cannot name what its name would be. */
  public static String wordFor(Class<?> kind, Class<?> record) {
    return found(kind).entrySet().stream()
        .filter(each -> each.getValue().equals(record))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> Contributions.nameOf(record));
  }

  private UsageException unnamed(E entry) {
    return new UsageException(
        "%s %s: expected one that recipes can name, got one that no extension adds. Add it in an"
            + " Extension, and name that in META-INF/services/%s.",
        word,
        entry instanceof Class<?> record ? record.getName() : entry,
        Extension.class.getName());
  }
}
