package dev.figment.model;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A model whose points are its styles: each w is given to all layers, truncated as they ask. */
record Styled(Stylist stylist, Truncation truncation) implements Sampler {
  @Override
  public int latentSize() {
    return stylist.styleSize();
  }

  @Override
  public int classes() {
    return stylist.classes();
  }

  @Override
  public Tensor sample(Tensor w, @Nullable Tensor classes) {
    return stylist.synthesize(truncation.of(w, stylist.averageStyle(), stylist.layers()));
  }
}
