package dev.figment.model;

import dev.figment.nn.Layer;
import java.util.List;

/** A model that may have been taught to repair examples that were damaged before it saw them. */
public interface Denoiser {
  /**
   * The layers that damage examples in training, in their order, such as {@code dropout} at the
   * entrance of an encoder; empty where it sees them as they are.
   */
  List<Layer> corruption();
}
