package dev.figment.metric;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.Progress.Task;
import dev.figment.model.DensityModel;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * −log p(x) in nats per example, by importance sampling:
 *
 * <p>log p(x) ≈ log 1/k·Σᵢ wᵢ, with wᵢ = p(x|zᵢ)·p(zᵢ)/q(zᵢ|x) and zᵢ drawn from q(z|x).
 *
 * <p>On average it lies below log p(x), and rises towards it with k; k = 1 is the ELBO. So the
 * result is an upper bound of −log p(x), the tighter the more samples: 200 and 5,000 are usual. The
 * binarization and the split of the examples move it by nats: state them beside it.
 *
 * <p>Each example draws from a stream of its own, so that its number depends neither on how many
 * others there are nor, to rounding, on the parts in which samples are decoded.
 *
 * @param samples k, at least 1
 * @see <a href="https://arxiv.org/abs/1509.00519">Burda, Grosse and Salakhutdinov 2016, eq. 8 and
 *     section 5</a> (log-mean-exp in float64, a part of the samples at a time)
 */
public record NegativeLogLikelihood(int samples) {
  /** Samples decoded at once: enough for the engine to be busy, and little memory. */
  private static final int MOST_AT_ONCE = 2000;

  /** Decoded values at once, so that large images come in smaller parts. */
  private static final int MOST_VALUES = 2_000_000;

  /**
   * @throws dev.figment.UsageException if it is less than one sample
   */
  public NegativeLogLikelihood {
    require(samples >= 1, "nll: samples must be at least 1, got %d", samples);
  }

  /** {@code nll-200}: what is measured, and with how many samples. */
  public String name() {
    return "nll-" + samples;
  }

  /**
   * The mean over examples, and its standard error.
   *
   * @param seed of the samples: the same gives the same numbers
   */
  public Estimate of(DensityModel model, Examples examples, long seed, Progress progress) {
    int values = examples.set().shape().count();
    int part = Math.max(1, Math.min(MOST_AT_ONCE, MOST_VALUES / values));
    return Estimate.of(each(model, examples, seed, part, progress));
  }

  /**
   * Of each example. As many as make up a part with all their samples are asked together; where one
   * has more samples than that, they come in parts.
   */
  double[] each(DensityModel model, Examples examples, long seed, int part, Progress progress) {
    double[] nats = new double[examples.count()];
    Task task = new Task(name(), nats.length, "examples", "mean");
    int together = Math.max(1, part / samples);
    double sum = 0;
    for (int start = 0; start < nats.length; start += together) {
      int end = Math.min(nats.length, start + together);
      LogSumExp[] weights = weights(model, examples, start, end, seed, part);
      for (int i = start; i < end; i++) {
        nats[i] = -weights[i - start].mean();
        sum += nats[i];
      }
      progress.at(task, end, sum / end);
    }
    return nats;
  }

  private LogSumExp[] weights(
      DensityModel model, Examples examples, int start, int end, long seed, int part) {
    LogSumExp[] weights = new LogSumExp[end - start];
    Arrays.setAll(weights, i -> new LogSumExp());
    List<RandomStream> streams =
        IntStream.range(start, end).mapToObj(i -> RandomStream.named("nll/" + i, seed)).toList();
    for (int done = 0; done < samples; done += part) {
      try (Scope scope = Scope.open()) {
        int now = Math.min(part, samples - done);
        float[] logs = model.logWeights(examples.batch(start, end), now, streams).toArray();
        for (int i = 0; i < logs.length; i++) {
          weights[i / now].add(logs[i]);
        }
      }
    }
    return weights;
  }
}
