package dev.figment.nn;

import java.util.Arrays;

/**
 * A parameter before it exists.
 *
 * @param name libtorch's name for it: {@code weight}, {@code bias}, {@code running_mean}
 * @param shape libtorch's layout
 * @param trainable whether an optimizer may move it; running statistics are not
 */
public record ParameterSpec(String name, long[] shape, Initializer initializer, boolean trainable) {

  public static ParameterSpec trainable(String name, Initializer initializer, long... shape) {
    return new ParameterSpec(name, shape, initializer, true);
  }

  public static ParameterSpec statistic(String name, Initializer initializer, long... shape) {
    return new ParameterSpec(name, shape, initializer, false);
  }

  public long count() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** The same under a prefixed name. */
  public ParameterSpec within(String prefix) {
    return new ParameterSpec(prefix + "." + name, shape, initializer, trainable);
  }
}
