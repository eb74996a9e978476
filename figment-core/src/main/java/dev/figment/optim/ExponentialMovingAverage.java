package dev.figment.optim;

import static dev.figment.UsageException.require;

import dev.figment.UsageException;
import dev.figment.nn.Parameters;
import dev.figment.nn.ShapeException;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An exponential moving average of a network's weights, in a second instance of it: average ← β ·
 * average + (1 − β) · weight. Running statistics are copied, not averaged: they are averages
 * already.
 *
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, appendix A.1</a>
 */
public final class ExponentialMovingAverage {
  private final List<Map.Entry<String, Tensor>> source;
  private final Set<String> learned;
  private final List<Tensor> average;

  /**
   * @param source the weights that learn
   * @param average as many of the same shapes in the same order, those of a second instance; set to
   *     the source at once
   */
  public ExponentialMovingAverage(Parameters source, Parameters average) {
    this.source = List.copyOf(source.byName().entrySet());
    this.learned = source.trainable().byName().keySet();
    this.average = average.tensors();
    requireSameShapes();
    follow(0);
  }

  private void requireSameShapes() {
    UsageException.require(
        source.size() == average.size(),
        "moving average: expected as many tensors as it follows, %d, got %d",
        source.size(),
        average.size());
    for (int i = 0; i < average.size(); i++) {
      Tensor followed = source.get(i).getValue();
      if (!Arrays.equals(followed.shape(), average.get(i).shape())) {
        throw new ShapeException(
            "the moving average of %s to be like it, %s"
                .formatted(source.get(i).getKey(), followed),
            average.get(i),
            "Give it a second instance of the same networks, in their order.");
      }
    }
  }

  /**
   * The β whose influence halves every {@code halfLifeKimg} thousand images: ½^(batch / (1000·h)).
   *
   * @param halfLifeKimg h, above 0
   */
  public static double beta(int batch, double halfLifeKimg) {
    require(halfLifeKimg > 0, "movingAverage: halfLifeKimg must be above 0, got %s", halfLifeKimg);
    return Math.pow(0.5, batch / (1000 * halfLifeKimg));
  }

  /**
   * The same with a half-life that ramps up: at most {@code rampUp} of all images shown so far, so
   * that an average does not hold on to the first weights. β is 0 before any was shown.
   *
   * @param rampUp above 0; 0.05 in the program of the source
   * @param imagesShown in this training, before this step's or after it; a training that starts
   *     from another's weights takes no ramp
   * @see <a href="https://arxiv.org/abs/2006.06676">Karras et al. 2020</a>, whose program does so
   */
  public static double beta(int batch, double halfLifeKimg, double rampUp, long imagesShown) {
    require(rampUp > 0, "movingAverage: rampUp must be above 0, got %s", rampUp);
    double ramped = Math.min(halfLifeKimg, rampUp * imagesShown / 1000);
    return ramped > 0 ? beta(batch, ramped) : 0;
  }

  /** One step towards the source. */
  public void follow(double beta) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      for (int i = 0; i < source.size(); i++) {
        Tensor value = source.get(i).getValue();
        if (learned.contains(source.get(i).getKey())) {
          average.get(i).moveTowards(value, 1 - beta);
        } else {
          average.get(i).copyFrom(value);
        }
      }
    }
  }
}
