package dev.figment.nn;

import dev.figment.tensor.Tensor;
import java.util.Objects;
import java.util.function.BiFunction;

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
  public static final SideInput<Integer> REFERENCE =
      new SideInput<>("reference", (examples, times) -> Math.toIntExact(examples * times));

  private final String name;
  private final BiFunction<T, Long, T> repeating;

  private SideInput(String name, BiFunction<T, Long, T> repeating) {
    this.name = name;
    this.repeating = repeating;
  }

  /** A tensor with a row for each example. */
  public static SideInput<Tensor> perExample(String name) {
    return new SideInput<>(name, SideInput::rows);
  }

  /** A value for the batch as a whole. */
  public static <T> SideInput<T> ofBatch(String name) {
    return new SideInput<>(name, (value, times) -> value);
  }

  /** A value for a batch in which each example comes so many times, one after the other. */
  @SuppressWarnings("unchecked") // a pass holds a value of this input's type
  Object repeated(Object value, long times) {
    return Objects.requireNonNull(repeating.apply((T) value, times));
  }

  private static Tensor rows(Tensor rows, long times) {
    long[] shape = rows.shape();
    Tensor each = rows.reshape(shape[0], 1, -1);
    Tensor all = each.expand(shape[0], times, each.size(2));
    shape[0] *= times;
    return all.reshape(shape);
  }

  /** What messages call it: {@code classes}. */
  @Override
  public String toString() {
    return name;
  }
}
