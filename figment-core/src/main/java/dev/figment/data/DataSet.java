package dev.figment.data;

import dev.figment.catalogue.Kind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A data set with a name, which a recipe gives as {@code data.set}; it reads itself. An {@link
 * dev.figment.catalogue.Extension} adds it under the name of its card:
 *
 * <pre>{@code
 * to.add(DataSet.class, "moons", new Moons());
 * }</pre>
 *
 * <p>What a recipe asks for besides, classes, size and colors, is done for all sets alike after
 * reading. Immutable: several threads may read at once.
 */
@Kind("data set")
public interface DataSet {
  /** What is known of the set before anything of it is read. */
  DataCard card();

  /**
   * All examples of the split {@code recipe.split()}, in an order that is always the same, with the
   * shape and the classes of {@link #card}. A reader may leave out what {@code recipe} does not ask
   * for, and resize as it does, so that less is held in memory.
   *
   * @param recipe what is asked for; its split is train or test, and where a user asks for all, the
   *     set reads the two one after the other
   * @param folder the set's own folder, of its name, in the data folder; null where no data folder
   *     is given, which is enough for a set that is synthetic
   * @throws dev.figment.DataException if files are missing or damaged; the message names them, and
   *     says where they are to be had
   */
  ImageSet read(DataRecipe recipe, @Nullable Path folder);

  /**
   * Whether all files of a split are where {@link #read} looks for them; nothing is read. A
   * synthetic set, which has no files, is always here; others say so themselves.
   *
   * @param split train or test
   * @param folder as for {@link #read}
   */
  default boolean isHere(Split split, @Nullable Path folder) {
    return card().isSynthetic();
  }
}
