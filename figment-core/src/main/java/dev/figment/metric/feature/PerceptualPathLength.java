package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.data.Range;
import dev.figment.latent.Interpolation;
import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import dev.figment.model.Sampler;
import dev.figment.model.Stylist;
import dev.figment.model.Truncation;
import dev.figment.tensor.Device;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much images change, to a network, over a small step between two points of the latent space: E
 * ‖f(g(p(t + ε))) − f(g(p(t)))‖²/ε², with the features f of images that are not rounded. Lower is
 * smoother; what leaps from one thing to another has a long path.
 *
 * <p>p goes from one standard normal point to another along the arc between them, t uniform in [0,
 * 1]; of a {@link Stylist} it goes straight from one style w to another, t = 0. Both images are of
 * the same class, drawn uniformly, where a model is told classes, and of the same noise. The lowest
 * and the highest 1 % of the squares are left out.
 *
 * @param pairs of images, at least 100
 * @param step ε, above 0 and below 1
 * @see <a href="https://arxiv.org/abs/1812.04948">Karras, Laine and Aila 2019, section 4.1</a>. How
 *     we differ: features are those of the extractor, not VGG16's weighted as LPIPS does, and of
 *     whole images; points keep their lengths on the arc; in w there is t = 0 alone.
 */
public record PerceptualPathLength(int pairs, double step) {
  /** ε as in the paper. */
  public static final double STEP = 1e-4;

  private static final int FEWEST = 100;
  private static final int PAIRS_AT_ONCE = 50;
  private static final double LEFT_OUT = 0.01;

  /**
   * @throws dev.figment.UsageException if there are too few pairs, or the step is out of range
   */
  public PerceptualPathLength {
    require(pairs >= FEWEST, "ppl: expected at least %d pairs, got %d", FEWEST, pairs);
    require(step > 0 && step < 1, "ppl: step must be above 0 and below 1, got %s", step);
  }

  /** With the step of the paper. */
  public static PerceptualPathLength of(int pairs) {
    return new PerceptualPathLength(pairs, STEP);
  }

  /**
   * The mean over the pairs that are kept, and its standard error.
   *
   * @param range that the sampler makes images in
   * @param device that it is on
   * @param seed of points and classes: the same gives the same numbers
   */
  public Estimate of(
      Sampler sampler,
      Range range,
      Device device,
      FeatureExtractor extractor,
      long seed,
      Progress progress) {
    RandomStream stream = RandomStream.named("ppl", seed);
    double[] squares = new double[pairs];
    Task task = new Task("ppl", pairs, "pairs", "mean");
    double sum = 0;
    for (int start = 0; start < pairs; start += PAIRS_AT_ONCE) {
      int now = Math.min(PAIRS_AT_ONCE, pairs - start);
      try (Scope scope = Scope.open()) {
        Tensor points = points(sampler, now, device, stream);
        Tensor classes = classes(sampler, now, stream);
        Tensor images = sample(sampler, points, classes == null ? null : classes.to(device));
        Points features = extractor.of(range.toPixels(images).to(Device.CPU)).vectors();
        for (int i = 0; i < now; i++) {
          squares[start + i] = squaredDistance(features, i, now + i) / (step * step);
          sum += squares[start + i];
        }
      }
      progress.at(task, start + now, sum / (start + now));
    }
    return Estimate.of(kept(squares));
  }

  /** So many points, and as many a step farther on. */
  private Tensor points(Sampler sampler, int count, Device device, RandomStream stream) {
    int size = sampler.latentSize();
    Tensor z = Noise.normal(stream, 2L * count, size);
    if (sampler instanceof Stylist stylist) {
      Tensor styles = stylist.styles(z.to(device));
      Tensor from = styles.narrow(0, 0, count);
      Tensor to = styles.narrow(0, count, count);
      return Tensor.concatenate(0, List.of(from, from.plus(to.minus(from).times(step))));
    }
    Points ends = Points.of(z);
    float[] points = new float[2 * count * size];
    for (int i = 0; i < count; i++) {
      float[] a = ends.row(i);
      float[] b = ends.row(count + i);
      double t = stream.nextDouble();
      System.arraycopy(Interpolation.sphericalAt(a, b, t), 0, points, i * size, size);
      float[] next = Interpolation.sphericalAt(a, b, t + step);
      System.arraycopy(next, 0, points, (count + i) * size, size);
    }
    return Tensor.of(points, 2L * count, size).to(device);
  }

  private static @Nullable Tensor classes(Sampler sampler, int count, RandomStream stream) {
    if (sampler.classes() == 0) {
      return null;
    }
    long[] classes = new long[2 * count];
    for (int i = 0; i < count; i++) {
      classes[i] = stream.nextInt(sampler.classes());
      classes[count + i] = classes[i];
    }
    return Tensor.ofLongs(classes, classes.length);
  }

  private static Tensor sample(Sampler sampler, Tensor points, @Nullable Tensor classes) {
    return sampler instanceof Stylist stylist
        ? stylist.ofStyles(Truncation.NONE).sample(points, classes)
        : sampler.sample(points, classes);
  }

  private static double squaredDistance(Points points, int one, int other) {
    float[] a = points.row(one);
    float[] b = points.row(other);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double apart = (double) a[i] - b[i];
      sum += apart * apart;
    }
    return sum;
  }

  /** Those from the first to the last percentile; both ends are values themselves, and stay. */
  static double[] kept(double[] squares) {
    double[] sorted = squares.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    int low = (int) Math.floor(LEFT_OUT * last);
    int high = (int) Math.ceil((1 - LEFT_OUT) * last);
    return Arrays.copyOfRange(sorted, low, high + 1);
  }
}
