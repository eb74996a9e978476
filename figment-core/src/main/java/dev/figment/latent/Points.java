package dev.figment.latent;

import static dev.figment.UsageException.require;

import dev.figment.tensor.Doubles;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Points of a space, such as the latents of many images: rows of numbers one after the other.
 *
 * @param values all rows, taken over: they must not change afterwards
 * @param size how many numbers a point has; at least 1
 */
public record Points(float[] values, int size) {
  private static final int PART = 1 << 20;

  /**
   * @throws dev.figment.UsageException if the values are not a whole number of points, or one is
   *     not finite
   */
  public Points {
    require(size >= 1, "points: expected a size of at least 1, got %d", size);
    require(
        values.length % size == 0,
        "points: expected a multiple of %d values, got %d",
        size,
        values.length);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) { // asked first: the message is made for each value otherwise
        require(false, "points: expected finite values, got %s in point %d", values[i], i / size);
      }
    }
  }

  /** The rows of a tensor; what is left of its axes after the first becomes one point. */
  public static Points of(Tensor rows) {
    require(
        rows.rank() >= 1 && rows.count() > 0,
        "points: expected a tensor of (points, size), got %s",
        rows.describe());
    return new Points(rows.toArray(), Math.toIntExact(rows.count() / rows.size(0)));
  }

  /**
   * The points of all parts, one part after the other.
   *
   * @param parts at least one, of one size
   */
  public static Points joined(List<Points> parts) {
    int size = parts.get(0).size;
    int numbers = parts.stream().mapToInt(part -> part.values.length).reduce(0, Math::addExact);
    float[] joined = new float[numbers];
    int filled = 0;
    for (Points part : parts) {
      require(
          part.size == size, "points: expected parts of size %d, got one of %d", size, part.size);
      System.arraycopy(part.values, 0, joined, filled, part.values.length);
      filled += part.values.length;
    }
    return new Points(joined, size);
  }

  /** How many points there are. */
  public int count() {
    return values.length / size;
  }

  /** A copy of one point. */
  public float[] row(int index) {
    requireRows(index, index + 1);
    return Arrays.copyOfRange(values, index * size, (index + 1) * size);
  }

  /** The points from one number up to, not including, another. */
  public Points rows(int from, int to) {
    requireRows(from, to);
    return new Points(Arrays.copyOfRange(values, from * size, to * size), size);
  }

  /** The points with these numbers, in this order; one may come twice. */
  public Points select(int[] which) {
    float[] chosen = new float[Math.multiplyExact(which.length, size)];
    for (int i = 0; i < which.length; i++) {
      requireRows(which[i], which[i] + 1);
      System.arraycopy(values, which[i] * size, chosen, i * size, size);
    }
    return new Points(chosen, size);
  }

  private void requireRows(int from, int to) {
    require(
        from >= 0 && from <= to && to <= count(),
        "points: expected points from 0 to %d, got [%d, %d)",
        count(),
        from,
        to);
  }

  /** (count, size), float32. */
  public Tensor toTensor() {
    return Tensor.of(values, count(), size);
  }

  /** The points from one number up to, not including, another as (points, size), float64. */
  public Tensor doubles(int from, int to) {
    float[] part = Arrays.copyOfRange(values, from * size, to * size);
    return Doubles.of(Tensor.of(part, to - from, size));
  }

  /** The mean of all points, at least one. */
  public double[] mean() {
    double[] mean = new double[size];
    for (int i = 0; i < values.length; i++) {
      mean[i % size] += values[i];
    }
    return Arrays.stream(mean).map(sum -> sum / count()).toArray();
  }

  /**
   * Σ (x − m)·(x − m)ᵀ, float64, a part of the points at a time: divided by their number − 1, their
   * covariance.
   *
   * @param mean m
   * @return (size, size)
   */
  public Tensor scatter(double[] mean) {
    Tensor middle = Doubles.of(mean, size);
    Tensor sum = Doubles.zeros(size, size);
    int[] parts = parts();
    for (int i = 1; i < parts.length; i++) {
      try (Scope scope = Scope.open()) {
        Tensor centered = doubles(parts[i - 1], parts[i]).minus(middle);
        sum.add(centered.permute(1, 0).matmul(centered), 1);
      }
    }
    return sum;
  }

  /** Where parts of about a million numbers begin, and the end of the last. */
  int[] parts() {
    return parts(PART);
  }

  /** Where parts of about so many numbers begin, and the end of the last. */
  int[] parts(int numbers) {
    int rows = Math.max(1, numbers / size);
    int parts = (count() + rows - 1) / rows;
    return IntStream.rangeClosed(0, parts).map(i -> Math.min(count(), i * rows)).toArray();
  }
}
