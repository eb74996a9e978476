package dev.figment.nn;

import dev.figment.tensor.Tensor;

/**
 * Told of each layer that a {@link Network} runs, on the thread that runs it: for a profile. It
 * changes no number.
 */
public interface LayerObserver {
  /** Before the layer is run. */
  void before(AppliedLayer layer, Tensor x);

  /** After it was. */
  void after(AppliedLayer layer, Tensor x, Tensor y);
}
