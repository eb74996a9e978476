package dev.figment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.ExitCode;
import dev.figment.UsageException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libraries on a class path add, and what is refused of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueTest {
  private static final String SERVICE = "META-INF/services/" + Extension.class.getName();
  private static final String HERE = CatalogueTest.class.getName();

  /** What entries are of. */
  @Kind("pet")
  public interface Pet {}

  public record Cat(int lives) implements Pet {}

  public record Dog() implements Pet {}

  /** No record, so that a recipe could set nothing of it. */
  public static class Fish implements Pet {}

  /** Not marked as a kind. */
  public interface Plant {}

  public record Fern() implements Plant {}

  public static final class Cats implements Extension {
    @Override
    public void contribute(Contributions to) {
      to.add(Pet.class, Cat.class);
    }
  }

  public static final class MoreCats implements Extension {
    @Override
    public void contribute(Contributions to) {
      to.add(Pet.class, Dog.class).add(Pet.class, "cat", Dog.class);
    }
  }

  public static final class Fishes implements Extension {
    @Override
    public void contribute(Contributions to) {
      to.add(Pet.class, Fish.class);
    }
  }

  public static final class Plants implements Extension {
    @Override
    public void contribute(Contributions to) {
      to.add(Plant.class, Fern.class);
    }
  }

  public static final class Named implements Extension {
    @Override
    public void contribute(Contributions to) {
      to.add(Pet.class, "felix", new Cat(9)).add(Pet.class, "rex", new Dog());
    }
  }

  /** Its library needs another one, which is not there. */
  public static final class Broken implements Extension {
    public Broken() {
      throw new NoClassDefFoundError("org/example/Gone");
    }

    @Override
    public void contribute(Contributions to) {}
  }

  @TempDir Path folder;

  /** On a class path where the libraries' files name these extensions and no others. */
  private <T> T on(List<Class<?>> extensions, Supplier<T> work) throws IOException {
    return onNames(extensions.stream().map(Class::getName).toList(), work);
  }

  private <T> T onNames(List<String> extensions, Supplier<T> work) throws IOException {
    Path file = folder.resolve(SERVICE);
    Files.createDirectories(file.getParent());
    Files.write(file, extensions);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new OnlyItsOwnServices(folder.toUri().toURL(), before)) {
      Thread.currentThread().setContextClassLoader(loader);
      return work.get();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** Sees the classes of its parent, but not which services it has. */
  private static final class OnlyItsOwnServices extends URLClassLoader {
    OnlyItsOwnServices(URL folder, ClassLoader parent) {
      super(new URL[] {folder}, parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return findResources(name);
    }
  }

  private static Catalogue<Class<? extends Pet>> pets() {
    return Catalogue.ofRecords(Pet.class);
  }

  private void refused(List<Class<?>> extensions, String message) {
    refusedOf(() -> on(extensions, CatalogueTest::pets), message);
  }

  private static void refusedOf(ThrowingCallable work, String message) {
    assertThatThrownBy(work)
        .isInstanceOf(UsageException.class)
        .hasMessage(message)
        .extracting("exitCode", InstanceOfAssertFactories.type(ExitCode.class))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void what_an_extension_adds_is_found_under_its_name() throws IOException {
    Catalogue<Class<? extends Pet>> pets = on(List.of(Cats.class), CatalogueTest::pets);
    assertThat(pets.names()).containsExactly("cat");
    assertThat(pets.get("cat")).isEqualTo(Cat.class);
    assertThat(pets.nameOf(Cat.class)).isEqualTo("cat");
    assertThat(pets.word()).isEqualTo("pet");
  }

  @Test
  void an_entry_can_be_a_value_of_a_name_of_its_own() throws IOException {
    Catalogue<Pet> pets = on(List.of(Named.class), () -> Catalogue.ofValues(Pet.class));
    assertThat(pets.byName()).containsOnlyKeys("felix", "rex").containsEntry("felix", new Cat(9));
    assertThat(pets.nameOf(new Dog())).isEqualTo("rex");
  }

  @Test
  void each_class_path_has_entries_of_its_own() throws IOException {
    Set<Class<?>> some = on(List.of(Cats.class), Catalogue::recordKinds);
    Set<Class<?>> none = on(List.of(), Catalogue::recordKinds);
    assertThat(some).contains(Pet.class);
    assertThat(none).doesNotContain(Pet.class);
    assertThat(pets().names()).isEmpty();
  }

  @Test
  void two_of_one_name_are_refused_with_both_extensions_named() {
    refused(
        List.of(Cats.class, MoreCats.class),
        "pet cat: expected one of this name, got two, by %1$s$Cats and %1$s$MoreCats. Rename one,"
                .formatted(HERE)
            + " or take one library off the class path.");
  }

  @Test
  void an_extension_that_is_not_there_is_named() {
    refusedOf(
        () -> onNames(List.of("org.example.Gone"), CatalogueTest::pets),
        "class path: expected extensions that can be loaded, got one that cannot: %s: Provider"
                .formatted(Extension.class.getName())
            + " org.example.Gone not found. Mend it, or take its library off the class path.");
  }

  @Test
  void an_extension_that_needs_what_is_not_there_is_named() {
    refused(
        List.of(Broken.class),
        "class path: expected extensions that can be loaded, got one that cannot: %s: Provider"
                .formatted(Extension.class.getName())
            + " %s$Broken could not be instantiated. Mend it, or take its library off the class"
                .formatted(HERE)
            + " path.");
  }

  @Test
  void a_class_that_is_no_extension_is_named() {
    refusedOf(
        () -> onNames(List.of(Cat.class.getName()), CatalogueTest::pets),
        "class path: expected extensions that can be loaded, got one that cannot: %s: %s$Cat not a"
                .formatted(Extension.class.getName(), HERE)
            + " subtype. Mend it, or take its library off the class path.");
  }

  @Test
  void a_class_that_is_no_record_is_refused() {
    refused(
        List.of(Fishes.class),
        "pet fish: expected a public record, whose components a recipe can set, got class %s$Fish"
            .formatted(HERE));
  }

  @Test
  void an_interface_that_is_not_marked_is_no_kind() {
    String message =
        "interface %s$Plant: expected one that is marked as a kind, got one that is not. Mark it"
                .formatted(HERE)
            + " with @Kind, and the word for one of them.";
    refusedOf(() -> Catalogue.ofRecords(Plant.class), message);
    refused(List.of(Plants.class), message);
  }

  @Test
  void an_unknown_name_is_answered_with_the_nearest_and_all() throws IOException {
    Catalogue<Pet> pets = on(List.of(Named.class), () -> Catalogue.ofValues(Pet.class));
    refusedOf(() -> pets.get("felx"), "unknown pet felx; did you mean felix? Known: felix, rex");
    refusedOf(() -> pets.get("hamster"), "unknown pet hamster. Known: felix, rex");
  }

  @Test
  void an_entry_that_no_extension_adds_has_no_name() throws IOException {
    Catalogue<Class<? extends Pet>> pets = on(List.of(Cats.class), CatalogueTest::pets);
    refusedOf(
        () -> pets.nameOf(Dog.class),
        "pet %s$Dog: expected one that recipes can name, got one that no extension adds. Add it in"
                .formatted(HERE)
            + " an Extension, and name that in META-INF/services/%s."
                .formatted(Extension.class.getName()));
    Catalogue<Pet> values = on(List.of(Named.class), () -> Catalogue.ofValues(Pet.class));
    assertThatThrownBy(() -> values.nameOf(new Cat(7)))
        .hasMessageStartingWith("pet Cat[lives=7]: expected one that recipes can name");
  }
}
