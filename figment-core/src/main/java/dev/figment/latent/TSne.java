package dev.figment.latent;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.tensor.RandomStream;

/**
 * t-distributed stochastic neighbor embedding: a map in two dimensions on which the points that are
 * near one another in a space of many stay so. Exact: all pairs are looked at, in each iteration.
 * Distances between far groups, and the sizes of groups, say nothing.
 *
 * <p>Starts from the first two principal components, scaled to a standard deviation of 1e-4, and a
 * hundredth of that in noise, which parts what lies on one line. For 250 iterations the affinities
 * are 12 times what they are (early exaggeration) and the momentum 0.5; then the map goes on from
 * rest, with 0.8. The learning rate is n/48, at least 50. It ends early where the gradient is
 * shorter than 1e-7.
 *
 * <pre>{@code
 * TSne.Result map = TSne.standard().fit(latents, RandomStream.named("map", 1), Progress.NONE);
 * }</pre>
 *
 * @param perplexity how many neighbors of a point count, smoothly; at least 1 and below the number
 *     of points. 5 to 50 is usual
 * @param iterations the most; at least 1
 * @see <a href="https://jmlr.org/papers/v9/vandermaaten08a.html">van der Maaten and Hinton 2008</a>
 *     (start, exaggeration and learning rate as <a
 *     href="https://doi.org/10.1038/s41467-019-13056-x">Kobak and Berens 2019</a> and <a
 *     href="https://doi.org/10.1038/s41467-019-13055-y">Belkina et al. 2019</a> recommend them)
 */
public record TSne(double perplexity, int iterations) {
  private static final double EXAGGERATION = 12;
  private static final int EXAGGERATED = 250;
  private static final int REPORT = 50;
  private static final double SMALLEST_GRADIENT = 1e-7;
  private static final double START = 1e-4;

  /** What the work takes beside the affinities. */
  private static final long BESIDE = 64L << 20;

  /**
   * What came out.
   *
   * @param points the map, of size 2, in the order of the points that it was made of
   * @param divergence what is left of the Kullback-Leibler divergence, in nats
   * @param iterations how many it took
   */
  public record Result(Points points, double divergence, int iterations) {}

  /**
   * @throws dev.figment.UsageException if a value is out of its bounds
   */
  public TSne {
    require(perplexity >= 1, "t-sne: perplexity must be at least 1, got %s", perplexity);
    require(iterations >= 1, "t-sne: iterations must be at least 1, got %d", iterations);
  }

  /** A perplexity of 30 and at most 1,000 iterations. */
  public static TSne standard() {
    return new TSne(30, 1000);
  }

  public TSne withPerplexity(double neighbors) {
    return new TSne(neighbors, iterations);
  }

  public TSne withIterations(int most) {
    return new TSne(perplexity, most);
  }

  /** The fewest points that a map can be made of: two more than the perplexity. */
  public long leastPoints() {
    return (long) perplexity + 2;
  }

  /** The memory that a map of so many points takes, of the heap: 4·n² bytes and a little. */
  public static long bytesNeeded(int points) {
    return 4L * points * points + BESIDE;
  }

  /**
   * The most points that so much memory is enough for: what the heap may still grow to, {@code
   * runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory()}.
   */
  public static int mostPoints(long bytesFree) {
    return (int) Math.min(Integer.MAX_VALUE, Math.sqrt(Math.max(0, bytesFree - BESIDE) / 4.0));
  }

  /**
   * Makes a map. The same points and stream give the same map, with any number of threads.
   *
   * @param points more than the perplexity
   * @param stream of the noise at the start
   * @param progress is told the divergence every 50 iterations
   * @throws dev.figment.UsageException if there are too few points for the perplexity
   */
  public Result fit(Points points, RandomStream stream, Progress progress) {
    require(
        points.count() > perplexity + 1,
        "t-sne: expected at least %d points for a perplexity of %s, got %d. Map more points, or"
            + " lower the perplexity.",
        leastPoints(),
        perplexity,
        points.count());
    double learningRate = Math.max(points.count() / EXAGGERATION / 4, 50);
    Descent descent = new Descent(start(points, stream), learningRate);
    return descend(new Forces(Affinities.of(points, perplexity)), descent, progress);
  }

  /** The first two components to a deviation of 1e-4, and noise; coordinate after coordinate. */
  private static double[] start(Points points, RandomStream stream) {
    int n = points.count();
    double[] start = new double[2 * n];
    int components = Math.min(2, points.size());
    Points projected = PrincipalComponents.fit(points, components).project(points);
    double scale = START / Math.max(deviation(projected), Double.MIN_NORMAL);
    for (int i = 0; i < start.length; i++) {
      int axis = i / n;
      double along = axis < components ? projected.values()[i % n * components + axis] : 0;
      start[i] = along * scale + START / 100 * stream.nextGaussian();
    }
    return start;
  }

  /** Of the first number of all points, whose mean is 0. */
  private static double deviation(Points points) {
    double squares = 0;
    for (int i = 0; i < points.values().length; i += points.size()) {
      squares += (double) points.values()[i] * points.values()[i];
    }
    return Math.sqrt(squares / points.count());
  }

  private Result descend(Forces forces, Descent descent, Progress progress) {
    Task task = new Task("t-SNE", iterations, "iterations", "divergence");
    for (int iteration = 1; ; iteration++) {
      double slope = step(forces, descent, iteration <= EXAGGERATED);
      if (iteration == EXAGGERATED) {
        descent.rest();
      }
      boolean flat = iteration > EXAGGERATED && slope < SMALLEST_GRADIENT;
      boolean done = flat || iteration == iterations;
      if (done || iteration % REPORT == 0) {
        double divergence = forces.divergence(descent.map());
        progress.at(task, iteration, divergence);
        if (done) {
          return new Result(descent.points(), divergence, iteration);
        }
      }
    }
  }

  /** Gives the length of the gradient. */
  private static double step(Forces forces, Descent descent, boolean early) {
    float[] gradient = forces.gradient(descent.map(), early ? EXAGGERATION : 1);
    descent.step(gradient, early ? 0.5 : 0.8);
    double squares = 0;
    for (float each : gradient) {
      squares += (double) each * each;
    }
    return Math.sqrt(squares);
  }
}
