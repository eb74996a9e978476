package dev.figment.model;

import dev.figment.data.Batch;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.List;

/**
 * A model of how likely examples are, p(x) = ∫ p(x|z)·p(z) dz, with a posterior q(z|x) of its own.
 */
public interface DensityModel {
  /**
   * log p(x|z) + log p(z) − log q(z|x) for each of some z drawn from q(z|x): the mean of their
   * exponentials has the mean p(x).
   *
   * @param samples how many z of each example, at least 1
   * @param streams one for each example, from which its z are drawn and nothing else, one after the
   *     other: so an example's weights depend neither on the others of the batch nor, to rounding,
   *     on how its samples are spread over calls
   * @return nats (examples, samples), without a graph
   * @see <a href="https://arxiv.org/abs/1509.00519">Burda, Grosse and Salakhutdinov 2016, eq. 8</a>
   */
  Tensor logWeights(Batch batch, int samples, List<RandomStream> streams);
}
