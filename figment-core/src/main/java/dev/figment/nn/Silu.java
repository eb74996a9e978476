package dev.figment.nn;

import dev.figment.tensor.Tensor;

/**
 * x·σ(x), known as swish too.
 *
 * @see <a href="https://arxiv.org/abs/1702.03118">Elfwing et al. 2018, eq. 10</a> (no difference)
 */
public record Silu() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Parameters own, Pass pass) {
    return x.silu();
  }
}
