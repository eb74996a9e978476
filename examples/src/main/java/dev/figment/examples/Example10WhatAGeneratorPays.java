package dev.figment.examples;

import dev.figment.loss.AdversarialLoss;
import dev.figment.loss.MaximumLikelihood;
import dev.figment.loss.Minimax;
import dev.figment.loss.NonSaturating;
import dev.figment.picture.Chart;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;

/**
 * What an image costs its generator, by how real the discriminator takes it to be, D(G(z)): in the
 * game as written, log(1 − D), flat at the left, where a generator begins; without saturation, −log
 * D, steepest there; and by maximum likelihood, −D/(1 − D), where the images that fool the
 * discriminator most have all of the slope. The costs are those that recipes name {@code minimax},
 * {@code nonSaturating} and {@code maximumLikelihood}, up to D = 0.95: the last falls without end.
 *
 * <pre>examples/run Example10WhatAGeneratorPays [FILE.png]</pre>
 *
 * @see <a href="https://arxiv.org/abs/1701.00160">Goodfellow 2016, figure 16</a>, which shows half
 *     of each
 */
public final class Example10WhatAGeneratorPays {
  private static final int POINTS = 190;

  private Example10WhatAGeneratorPays() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments.length == 0 ? "runs/generator-costs.png" : arguments[0]);
    run().write(file);
    System.out.println("See " + file);
  }

  static Chart run() {
    double[] judged = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      judged[i] = 0.95 * (i + 1) / POINTS;
    }
    return Chart.titled("What a generator pays for an image")
        .xLabel("D(G(z)): how real the discriminator takes the image to be")
        .yLabel("cost")
        .smoothing(0)
        .series("minimax", judged, costs(new Minimax(), judged))
        .series("non-saturating", judged, costs(new NonSaturating(), judged))
        .series("maximum likelihood", judged, costs(new MaximumLikelihood(), judged));
  }

  /** The cost of a single image at each of these. */
  static double[] costs(AdversarialLoss loss, double... judged) {
    double[] costs = new double[judged.length];
    try (Scope scope = Scope.open()) {
      for (int i = 0; i < costs.length; i++) {
        double logit = Math.log(judged[i] / (1 - judged[i])); // D = sigmoid(logit)
        costs[i] = loss.generator(Tensor.full(logit, 1, 1), Tensor.full(1, 1, 1)).item();
      }
    }
    return costs;
  }
}
