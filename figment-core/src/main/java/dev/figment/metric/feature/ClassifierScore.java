package dev.figment.metric.feature;

import static dev.figment.UsageException.require;

import dev.figment.latent.Points;
import dev.figment.metric.Estimate;
import java.util.stream.IntStream;

/**
 * How sure a classifier is of each generated image, and how evenly the images spread over its
 * classes (with the classes of the Inception network, the inception score):
 *
 * <p>exp(E KL(p(y|x) ‖ p(y))), with p(y) the mean of p(y|x) over the images,
 *
 * <p>from 1, where the classifier says the same of all, to the number of classes, where it is sure
 * of each and meets all equally often. It knows no real image: a single one of each class has the
 * highest score.
 *
 * <p>The images are split, in their order, and the figure is the mean of the splits' scores: they
 * should be in no order of classes. Fewer images in a split score lower, so that only scores of
 * equal counts compare. The standard error is s/√splits, s the standard deviation over them, which
 * is what other programs print behind ±. Float64.
 *
 * @see <a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016, section 4</a> (no
 *     difference)
 */
public final class ClassifierScore {
  /** As the authors have it, and all after them. */
  public static final int SPLITS = 10;

  private ClassifierScore() {}

  /** Of the usual 10 splits. */
  public static Estimate estimate(Points logits) {
    return estimate(logits, SPLITS);
  }

  /**
   * The mean score of the splits.
   *
   * @param logits of at least two images for each split: what the softmax of p(y|x) is taken of
   * @param splits at least 2
   * @throws dev.figment.UsageException if there are too few images, splits or classes
   */
  public static Estimate estimate(Points logits, int splits) {
    require(splits >= 2, "classifier score: splits must be at least 2, got %d", splits);
    int count = logits.count();
    require(
        count >= 2 * splits,
        "classifier score: expected at least %d images for %d splits, got %d",
        2 * splits,
        splits,
        count);
    require(
        logits.size() >= 2,
        "classifier score: expected a classifier of at least 2 classes, got %d",
        logits.size());
    double[] scores =
        IntStream.range(0, splits)
            .parallel()
            .mapToDouble(i -> score(logits, part(count, i, splits), part(count, i + 1, splits)))
            .toArray();
    Estimate mean = Estimate.of(scores);
    return new Estimate(mean.mean(), mean.standardError(), count);
  }

  private static int part(int count, int split, int splits) {
    return (int) ((long) split * count / splits);
  }

  /** As E Σ p·log p − Σ p(y)·log p(y); what is never said adds nothing. */
  private static double score(Points logits, int from, int to) {
    double[] shares = new double[logits.size()];
    double sure = 0;
    for (int i = from; i < to; i++) {
      double[] logs = logSoftmax(logits.row(i));
      for (int c = 0; c < logs.length; c++) {
        double share = Math.exp(logs[c]);
        shares[c] += share / (to - from);
        sure += share * logs[c] / (to - from); // finite logits: finite logs
      }
    }
    for (double share : shares) {
      sure -= share == 0 ? 0 : share * Math.log(share);
    }
    return Math.exp(sure);
  }

  private static double[] logSoftmax(float[] logits) {
    double highest = Double.NEGATIVE_INFINITY;
    for (float each : logits) {
      highest = Math.max(highest, each);
    }
    double sum = 0;
    for (float each : logits) {
      sum += Math.exp(each - highest);
    }
    double logSum = Math.log(sum);
    double[] logs = new double[logits.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logits[i] - highest - logSum;
    }
    return logs;
  }
}
