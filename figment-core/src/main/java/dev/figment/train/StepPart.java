package dev.figment.train;

/** What a training step is made of. */
public enum StepPart {
  /** Fetching a batch. */
  DATA,
  /**
   * A phase's objective: its forward passes, and gradients that a penalty takes. Told where batches
   * are accumulated, for each of them.
   */
  LOSS,
  /** The gradients of the loss: the backward pass. */
  GRADIENTS,
  /** The norm of the gradients, and reading the numbers of the step before. */
  STATISTICS,
  /** The update of the parameters. */
  OPTIMIZER,
  /** What the model does after the phases, such as its moving averages. */
  ADVANCE,
  /** All else, such as freeing memory. */
  REST
}
