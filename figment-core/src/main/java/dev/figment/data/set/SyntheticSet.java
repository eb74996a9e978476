package dev.figment.data.set;

import dev.figment.data.DataCard;
import dev.figment.data.DataRecipe;
import dev.figment.data.DataSet;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A set that is drawn rather than read, all of a split at once; it needs no folder. */
record SyntheticSet(DataCard card, Function<Split, ImageSet> drawing) implements DataSet {
  @Override
  public ImageSet read(DataRecipe recipe, @Nullable Path folder) {
    return drawing.apply(recipe.split());
  }
}
