package dev.figment.metric;

import dev.figment.Progress;
import dev.figment.model.DensityModel;
import dev.figment.model.Validated;
import java.util.Arrays;
import java.util.Objects;

/**
 * How unusual examples are to a model that has learned what is usual: the higher, the stranger. A
 * model with a density scores by how unlikely an example is to it (−ELBO, in nats), any other by
 * how badly it restores the example (squared error, averaged over its values).
 *
 * <p>Neither is a probability, and a simple example that was never seen can score low: a blank
 * image is restored well by most models.
 *
 * @param name {@code mse} or {@code -elbo}; {@code anogan} where a GAN scores by what a projection
 *     leaves unexplained
 * @param values one for each example
 * @see <a href="https://doi.org/10.1145/2689746.2689747">Sakurada and Yairi 2014</a>, for
 *     autoencoders
 */
public record AnomalyScores(String name, double[] values) {
  /**
   * @param model one that reconstructs
   * @param seed of what the model draws on the way
   */
  public static AnomalyScores of(Validated model, Examples examples, long seed, Progress progress) {
    ExampleScores scores = ExampleScores.of(model, examples, seed, progress);
    if (model instanceof DensityModel) {
      double[] elbo = Objects.requireNonNull(scores.values().get("elbo"));
      return new AnomalyScores("-elbo", Arrays.stream(elbo).map(nats -> -nats).toArray());
    }
    return new AnomalyScores("mse", Objects.requireNonNull(scores.values().get("mse")));
  }
}
