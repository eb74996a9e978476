package dev.figment.run.exploration;

import dev.figment.Nearest;
import dev.figment.UsageException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a model can be asked for.
 *
 * @param count how many; 0 where it knows none
 * @param names of the classes of the set that it was trained on, whether it was told them or not
 */
public record KnownClasses(int count, List<String> names) {
  /**
   * The number of a class, to ask the model for.
   *
   * @throws UsageException if the model knows no classes, or not this one; the message names those
   *     that it knows
   */
  public int number(String name) {
    UsageException.require(count > 0, Samples.NO_CLASSES);
    UsageException.require(
        names.contains(name),
        "class: no class %s%s The model knows %s.",
        name,
        Nearest.hint(name, names).isEmpty() ? "." : Nearest.hint(name, names),
        String.join(", ", names));
    return names.indexOf(name);
  }

  /**
   * One class for all of so many points, as {@link Trained#imagesAt} and {@link Trained#decode}
   * take it; null where the model knows none.
   *
   * @param chosen the number of the class; null for the first one, or none where there is none
   */
  public int @Nullable [] ofEach(int points, @Nullable Integer chosen) {
    if (chosen == null && count == 0) {
      return null;
    }
    int[] classes = new int[points];
    Arrays.fill(classes, chosen == null ? 0 : chosen);
    return classes;
  }
}
