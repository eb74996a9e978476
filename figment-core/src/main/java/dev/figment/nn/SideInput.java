package dev.figment.nn;

import dev.figment.tensor.Tensor;

/**
 * What layers can be told of the examples beside the examples themselves: a {@link Pass} carries
 * values of them. A layer of one's own declares its own as a constant; two constants are never the
 * same, whatever their names.
 *
 * @param <T> of its value
 */
public final class SideInput<T> {
  /** Class numbers (examples). */
  public static final SideInput<Tensor> CLASSES = perExample("classes");

  /** The time of each example (examples), as in diffusion and flow matching; usually in [0, 1]. */
  public static final SideInput<Tensor> TIME = perExample("time");

  /** A style of each example (examples, numbers). */
  public static final SideInput<Tensor> STYLE = perExample("style");

  /** Which positions count (examples, positions): 1 for those that do, 0 for others. */
  public static final SideInput<Tensor> MASK = perExample("mask");

  /** How many examples, the first of the batch, are a reference for the others. */
  public static final SideInput<Integer> REFERENCE = ofBatch("reference");

  private final String name;
  private final boolean perExample;

  private SideInput(String name, boolean perExample) {
    this.name = name;
    this.perExample = perExample;
  }

  /** A tensor with a row for each example. */
  public static SideInput<Tensor> perExample(String name) {
    return new SideInput<>(name, true);
  }

  /** A value for the batch as a whole. */
  public static <T> SideInput<T> ofBatch(String name) {
    return new SideInput<>(name, false);
  }

  /** Whether the value has a row for each example. */
  boolean isPerExample() {
    return perExample;
  }

  /** What messages call it: {@code classes}. */
  @Override
  public String toString() {
    return name;
  }
}
