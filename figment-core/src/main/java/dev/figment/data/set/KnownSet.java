package dev.figment.data.set;

import dev.figment.nn.Shape;
import java.util.List;

/**
 * What is known of a set before anything of it is read.
 *
 * @param name as in a recipe
 * @param about one line: what it shows, and how much
 * @param files what is looked for under the data folder; empty for sets that are drawn
 * @param page where it is published; empty for sets that are drawn
 * @param licence licence and citation in a phrase
 * @param shape the shape of one example, before a recipe resizes it
 * @param classes the names of its classes in the order of their numbers; empty if unlabelled
 */
public record KnownSet(
    String name,
    String about,
    String files,
    String page,
    String licence,
    Shape shape,
    List<String> classes) {

  /** Whether Figment draws the set itself, so that nothing needs to be downloaded. */
  public boolean isBuiltIn() {
    return files.isEmpty();
  }
}
