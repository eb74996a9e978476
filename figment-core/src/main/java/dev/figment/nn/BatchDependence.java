package dev.figment.nn;

/** Whether what a layer makes of an example depends on the other examples of the batch. */
public enum BatchDependence {
  /** No: each example is treated by itself. */
  NONE,
  /** In training it is normalized by statistics of the batch. */
  STATISTICS,
  /** The example is compared with the others, so that it says how much they differ. */
  COMPARISON
}
