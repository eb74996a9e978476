package dev.figment.model;

import dev.figment.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A model that samples with its styles nearer to their mean. */
record Truncated(Stylist stylist, Truncation truncation) implements Sampler {
  @Override
  public int latentSize() {
    return stylist.latentSize();
  }

  @Override
  public int classes() {
    return stylist.classes();
  }

  @Override
  public Tensor sample(Tensor z, @Nullable Tensor classes) {
    return stylist.synthesize(stylist.styles(z, truncation));
  }
}
