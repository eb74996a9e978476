package dev.figment.nn;

import dev.figment.UsageException;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One forward pass: whether the network learns, its random stream, what its layers are told beside
 * the examples ({@link SideInput}), and the penalties met on the way.
 */
public final class Pass {
  private final @Nullable RandomStream random;
  private final Map<SideInput<?>, Object> values;
  private final List<Tensor> penalties;

  private Pass(
      @Nullable RandomStream random, Map<SideInput<?>, Object> values, List<Tensor> penalties) {
    this.random = random;
    this.values = values;
    this.penalties = penalties;
  }

  /**
   * A pass in training mode.
   *
   * @param random where dropout and noise draw from
   */
  public static Pass training(RandomStream random) {
    return new Pass(random, Map.of(), new ArrayList<>());
  }

  /** A pass in inference mode: nothing random, running statistics. */
  public static Pass inference() {
    return new Pass(null, Map.of(), new ArrayList<>());
  }

  /**
   * The same pass with a value for its layers; penalties are collected in one place.
   *
   * @param value null to tell none
   */
  public <T> Pass with(SideInput<T> input, @Nullable T value) {
    Map<SideInput<?>, Object> more = new IdentityHashMap<>(values);
    if (value == null) {
      more.remove(input);
    } else {
      more.put(input, value);
    }
    return new Pass(random, more, penalties);
  }

  /** The same for a batch in which each example comes so many times, one after the other. */
  public Pass repeating(long times) {
    Map<SideInput<?>, Object> more = new IdentityHashMap<>(values);
    more.replaceAll((input, value) -> input.repeated(value, times));
    return new Pass(random, more, penalties);
  }

  public boolean isTraining() {
    return random != null;
  }

  /** Where dropout and noise draw from; in training only. */
  public RandomStream random() {
    return Objects.requireNonNull(random);
  }

  /** What layers are told; null where they are told none. */
  @SuppressWarnings("unchecked") // with() puts nothing else
  public <T> @Nullable T get(SideInput<T> input) {
    return (T) values.get(input);
  }

  /**
   * What a layer has to be told.
   *
   * @param layer the kind of the one that asks, for the message
   * @param remedy what to do where there is none
   * @throws UsageException if layers are told none
   */
  public <T> T require(SideInput<T> input, String layer, String remedy) {
    T value = get(input);
    UsageException.require(
        value != null, "%s: expected to be told %s, got none. %s", layer, input, remedy);
    return Objects.requireNonNull(value);
  }

  /** Adds a scalar that the loss is to grow by. */
  public void penalize(Tensor penalty) {
    penalties.add(penalty);
  }

  /** Scalars that layers ask to have added to the loss. */
  public List<Tensor> penalties() {
    return penalties;
  }
}
