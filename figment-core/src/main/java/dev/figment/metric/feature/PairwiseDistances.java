package dev.figment.metric.feature;

import dev.figment.latent.Points;
import dev.figment.tensor.Doubles;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The squared distances of all rows from all columns, a block of rows at a time, as products of
 * float64 from a middle on. Comparisons are exact all the same: where rounding could decide one,
 * the distance is summed anew from the differences of the two points. So equal points are equal,
 * and what is as far as another counts as that.
 */
final class PairwiseDistances {
  private static final int NUMBERS = 4 << 20; // 32 MB of a block

  private final Points rows;
  private final Points columns;
  private final double[] middle;
  private final double[] rowLengths;
  private final double[] columnLengths;
  private final double longest;
  private final double rounding;

  /** What is asked of a row; rows come in any order, on several threads. */
  interface Row {
    /**
     * @param squared the distances from all columns, from {@code start} on
     */
    void at(int row, double[] squared, int start);
  }

  PairwiseDistances(Points rows, Points columns) {
    this.rows = rows;
    this.columns = columns;
    this.middle = columns.mean();
    this.rowLengths = lengths(rows);
    this.columnLengths = lengths(columns);
    this.longest = Arrays.stream(columnLengths).max().orElse(0);
    this.rounding = (rows.size() + 8) * 0x1p-51; // of sums of as many products, and more
  }

  /** The squared lengths from the middle on. */
  private double[] lengths(Points points) {
    double[] lengths = new double[points.count()];
    for (int i = 0; i < points.values().length; i++) {
      double apart = points.values()[i] - middle[i % middle.length];
      lengths[i / middle.length] += apart * apart;
    }
    return lengths;
  }

  void forEachRow(Row row) {
    int n = columns.count();
    int block = Math.max(1, NUMBERS / n);
    try (Scope scope = Scope.open()) {
      Tensor to = columnFactors().permute(1, 0);
      for (int start = 0; start < rows.count(); start += block) {
        int first = start;
        int end = Math.min(rows.count(), start + block);
        double[] squared = block(first, end, to);
        IntStream.range(0, end - first).parallel().forEach(i -> row.at(first + i, squared, i * n));
      }
    }
  }

  private double[] block(int from, int until, Tensor to) {
    try (Scope scope = Scope.open()) {
      return Doubles.toArray(rowFactors(from, until).matmul(to));
    }
  }

  /** (−2·a, ‖a‖², 1) of each row, whose product with (b, 1, ‖b‖²) is ‖a − b‖². */
  private Tensor rowFactors(int from, int until) {
    Tensor points = centered(rows, from, until).scale(-2);
    double[] lengths = Arrays.copyOfRange(rowLengths, from, until);
    return Tensor.concatenate(1, List.of(points, column(lengths), ones(lengths.length)));
  }

  private Tensor columnFactors() {
    Tensor points = centered(columns, 0, columns.count());
    return Tensor.concatenate(1, List.of(points, ones(columns.count()), column(columnLengths)));
  }

  private Tensor centered(Points points, int from, int until) {
    return points.doubles(from, until).minus(Doubles.of(middle, middle.length));
  }

  private static Tensor column(double[] values) {
    return Doubles.of(values, values.length, 1);
  }

  private static Tensor ones(int count) {
    return Doubles.zeros(count, 1).fill(1);
  }

  /** Whether a distance is below a limit (−1), it (0) or above (1), whatever its rounding. */
  int compare(int row, int column, double squared, double limit) {
    if (Math.abs(squared - limit) > rounding * (rowLengths[row] + columnLengths[column])) {
      return squared < limit ? -1 : 1;
    }
    return Double.compare(exact(row, column), limit);
  }

  /** By how much a distance of this row may be off. */
  double rounding(int row) {
    return rounding * (rowLengths[row] + longest);
  }

  /** The same number whichever of the two is the row. */
  double exact(int row, int column) {
    int size = middle.length;
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double apart = (double) rows.values()[row * size + i] - columns.values()[column * size + i];
      sum += apart * apart;
    }
    return sum;
  }
}
