package dev.figment.optim;

import dev.figment.nn.Parameters;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Tensor;
import java.util.Map;

/**
 * An exponential moving average of a network's weights, in a second instance of it: average ← β ·
 * average + (1 − β) · weight. Running statistics are copied, not averaged.
 *
 * @see <a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018, section 4.1</a>
 */
public final class MovingAverage {
  private final Parameters source;
  private final Parameters average;

  /**
   * @param source the weights that learn
   * @param average the same names and shapes in a second network; set to the source at once
   */
  public MovingAverage(Parameters source, Parameters average) {
    this.source = source;
    this.average = average;
    follow(0);
  }

  /**
   * The β whose influence halves every {@code halfLifeKimg} thousand images: ½^(batch / (1000·h)).
   */
  public static double beta(int batch, double halfLifeKimg) {
    return Math.pow(0.5, batch / (1000 * halfLifeKimg));
  }

  /** One step towards the source. */
  public void follow(double beta) {
    Map<String, Tensor> trainable = source.trainable().byName();
    try (Gradients.Paused paused = Gradients.pause()) {
      source
          .byName()
          .forEach(
              (name, weight) ->
                  average
                      .get(name)
                      .moveTowards(weight, trainable.containsKey(name) ? 1 - beta : 1));
    }
  }
}
