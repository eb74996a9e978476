package dev.figment.tensor;

/** How far points are from one another, all from all. */
public final class Distances {
  private static final long[] ALONG_ROW = {1};

  private Distances() {}

  /**
   * ‖aᵢ − bⱼ‖², never below 0.
   *
   * @param a (n, size)
   * @param b (m, size)
   * @return (n, m)
   */
  public static Tensor squared(Tensor a, Tensor b) {
    return squared(a, squaredLengths(a), b, squaredLengths(b));
  }

  /**
   * The same from lengths that are known, as ‖aᵢ‖² + ‖bⱼ‖² − 2·aᵢ·bⱼ. Where points are close to one
   * another and far from the origin, their difference drowns in rounding: center them, and use
   * {@link Doubles}.
   *
   * @param lengthsOfA of {@link #squaredLengths}
   */
  public static Tensor squared(Tensor a, Tensor lengthsOfA, Tensor b, Tensor lengthsOfB) {
    return a.matmul(b.permute(1, 0))
        .scale(-2)
        .add(lengthsOfA, 1)
        .add(lengthsOfB.permute(1, 0), 1)
        .clamp(0, Double.POSITIVE_INFINITY);
  }

  /** ‖aᵢ‖² of (n, size), as (n, 1). */
  public static Tensor squaredLengths(Tensor a) {
    return a.square().sum(ALONG_ROW, true);
  }
}
