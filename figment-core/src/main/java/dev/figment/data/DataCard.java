package dev.figment.data;

import static dev.figment.UsageException.require;

import dev.figment.nn.Shape;
import java.util.List;

/**
 * What is known of a {@link DataSet} before anything of it is read.
 *
 * @param name as in a recipe, and as an extension adds the set
 * @param about one line: what it shows, and how much
 * @param files the files that are looked for in its folder; empty for a synthetic set
 * @param page where it is published; empty for a synthetic set
 * @param license license and citation in a phrase
 * @param shape the shape of one example, before a recipe resizes it
 * @param classes the names of its classes in the order of their numbers; empty if unlabeled
 */
public record DataCard(
    String name,
    String about,
    String files,
    String page,
    String license,
    Shape shape,
    List<String> classes) {
  /** Refuses a card without a name or a shape; what else is not given is empty. */
  public DataCard {
    require(name != null && !name.isBlank(), "data card: expected the name of a set, got none");
    require(shape != null, "data card %s: expected the shape of an example, got none", name);
    about = about == null ? "" : about;
    files = files == null ? "" : files;
    page = page == null ? "" : page;
    license = license == null ? "" : license;
    classes = classes == null ? List.of() : List.copyOf(classes);
  }

  /** The card of a set that is computed rather than read, so that it needs no files. */
  public static DataCard synthetic(
      String name, String about, String license, Shape shape, List<String> classes) {
    return new DataCard(name, about, "", "", license, shape, classes);
  }

  /** Whether the set is computed, so that nothing needs to be downloaded. */
  public boolean isSynthetic() {
    return files.isEmpty();
  }
}
