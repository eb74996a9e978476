package dev.figment.nn;

/** Whether a network learns or is used: dropout, noise and batch statistics depend on it. */
public enum Mode {
  TRAINING,
  INFERENCE
}
