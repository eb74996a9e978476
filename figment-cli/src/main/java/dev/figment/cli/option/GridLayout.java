package dev.figment.cli.option;

import dev.figment.picture.ImageGrid;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.Trained;
import dev.figment.train.Grid;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How images stand in a picture, and of which class each is.
 *
 * @param grid rows and columns; null for as square as can be
 * @param rowPerClass whether each row is of one class, in their order
 */
public record GridLayout(@Nullable Grid grid, boolean rowPerClass) {
  private static final int IN_A_ROW = 10;

  /**
   * A row for each class that the model knows, where the user gave no grid or one of as many rows.
   */
  public static GridLayout ofClasses(Trained trained, @Nullable Grid given) {
    int known = trained.classes().count();
    boolean fits = known > 0 && (given == null || given.rows() == known);
    return fits
        ? new GridLayout(given == null ? new Grid(known, IN_A_ROW) : given, true)
        : new GridLayout(given, false);
  }

  /** How many images it has room for; the number of them where it takes any. */
  public int count(int otherwise) {
    return grid == null ? otherwise : grid.count();
  }

  /** The class of each of so many images; null to leave it to the model. */
  public int @Nullable [] classes(int count) {
    if (!rowPerClass) {
      return null;
    }
    int columns = Objects.requireNonNull(grid).columns();
    return IntStream.range(0, count).map(i -> i / columns).toArray();
  }

  /** The picture, with the names of the classes where rows have one. */
  public ImageGrid of(Samples samples, List<String> names) {
    Grid shown = grid == null ? square(samples.count()) : grid;
    ImageGrid picture = samples.grid(shown.rows(), shown.columns());
    return rowPerClass ? picture.rowLabels(names) : picture;
  }

  private static Grid square(int count) {
    int columns = (int) Math.ceil(Math.sqrt(count));
    return new Grid((count + columns - 1) / columns, columns);
  }
}
