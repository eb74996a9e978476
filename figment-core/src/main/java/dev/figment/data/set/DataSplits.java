package dev.figment.data.set;

import dev.figment.DataException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The splits of one data set, each read when it is first asked for. */
public final class DataSplits {
  private final Function<Split, ImageSet> reader;
  private final Supplier<ImageSet> allClasses;
  private final BooleanSupplier hasTest;
  private final Split training;
  private final Map<Split, ImageSet> sets = new EnumMap<>(Split.class);

  private DataSplits(
      Split training,
      BooleanSupplier hasTest,
      Function<Split, ImageSet> reader,
      Supplier<ImageSet> allClasses) {
    this.hasTest = hasTest;
    this.training = training;
    this.reader = reader;
    this.allClasses = allClasses;
  }

  /**
   * Of a set that a recipe names.
   *
   * @param dataDir the folder with one folder per set
   */
  public static DataSplits of(DataRecipe recipe, @Nullable Path dataDir) {
    return new DataSplits(
        recipe.split(),
        () -> ImageSets.hasTest(recipe),
        split -> ImageSets.open(recipe.withSplit(split), dataDir),
        () -> ImageSets.open(recipe.withAllClasses(), dataDir));
  }

  /**
   * Of examples that a program has in memory.
   *
   * @param test examples that are not learned from; null where there are none
   */
  public static DataSplits of(ImageSet train, @Nullable ImageSet test) {
    return new DataSplits(
        Split.TRAIN,
        () -> test != null,
        split ->
            switch (split) {
              case TRAIN -> train;
              case TEST -> required(test);
              case ALL -> ImageSet.joined(test == null ? List.of(train) : List.of(train, test));
            },
        () -> train);
  }

  /**
   * Refuses to call test what was learned from.
   *
   * @throws DataException if the test split is asked for where all is learned from
   */
  public void requireUnseen(Split split) {
    if (split == Split.TEST && training == Split.ALL) {
      throw new DataException(
          "data.split: expected examples that were not learned from, got all of them: data.split is"
              + " all, so there is no test split. Ask for the split all, or learn from train.");
    }
  }

  private static ImageSet required(@Nullable ImageSet test) {
    if (test == null) {
      throw new DataException(
          "data: expected a test split, got a training set alone. Give both to Run.create.");
    }
    return test;
  }

  /** Whether there are examples that are not learned from; of a path, names are read. */
  public boolean hasTest() {
    return training != Split.ALL && hasTest.getAsBoolean();
  }

  /** The split that a model learns from. */
  public Split trainingSplit() {
    return training;
  }

  /** What a model learns from. */
  public ImageSet training() {
    return of(training);
  }

  /**
   * What a model would learn from if it were not told to leave classes out: what knows images of
   * this kind has learned from all of them. Of examples in memory, those that a model learns from.
   */
  public ImageSet trainingOfAllClasses() {
    return allClasses.get();
  }

  /**
   * A split, in the form in which a model meets it.
   *
   * @throws DataException if there is none, or it is missing or damaged
   */
  public synchronized ImageSet of(Split split) {
    requireUnseen(split);
    return sets.computeIfAbsent(split, reader);
  }
}
