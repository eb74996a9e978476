package dev.figment.run.exploration;

import dev.figment.Progress;
import dev.figment.latent.Points;
import dev.figment.latent.PrincipalComponents;
import dev.figment.latent.TSne;
import dev.figment.tensor.RandomStream;

/** Points of many numbers on a plane, so that neighbors stay neighbors. */
public final class Embedding {
  /** What t-SNE is given at most: further components are mostly noise, and take time. */
  private static final int MOST_NUMBERS = 50;

  private Embedding() {}

  /**
   * Points of more than 50 numbers are projected on their first 50 principal components, then all
   * go through t-SNE.
   *
   * @return as many points of 2 numbers
   * @throws dev.figment.UsageException if there are too few points for the perplexity
   */
  public static Points of(Points points, TSne method, RandomStream stream, Progress progress) {
    Points reduced = points;
    if (points.size() > MOST_NUMBERS) {
      int components = Math.min(MOST_NUMBERS, points.count());
      reduced = PrincipalComponents.fit(points, components).project(points);
    }
    return method.fit(reduced, stream, progress).points();
  }
}
