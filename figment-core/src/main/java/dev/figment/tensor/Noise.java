package dev.figment.tensor;

import java.util.Arrays;

/** Tensors of random numbers, drawn from a {@link RandomStream} and the same on every device. */
public final class Noise {
  private Noise() {}

  /** Standard normal values. */
  public static Tensor normal(RandomStream stream, long... shape) {
    return Tensor.of(normals(stream, count(shape)), shape);
  }

  public static float[] normals(RandomStream stream, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) stream.nextGaussian();
    }
    return values;
  }

  /** Uniform values in [low, high). */
  public static Tensor uniform(RandomStream stream, double low, double high, long... shape) {
    return Tensor.of(uniforms(stream, low, high, count(shape)), shape);
  }

  public static float[] uniforms(RandomStream stream, double low, double high, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (low + (high - low) * stream.nextDouble());
    }
    return values;
  }

  /** One uniform value for each example of a batch, (examples, 1, …), to spread over its values. */
  public static Tensor uniformPerExample(
      RandomStream stream, double low, double high, Tensor batch) {
    long[] shape = batch.shape();
    Arrays.fill(shape, 1, shape.length, 1);
    return uniform(stream, low, high, shape).to(batch.device());
  }

  /** Zero with probability {@code rate}, else grown by 1/(1 − rate). */
  public static Tensor dropout(Tensor x, double rate, RandomStream stream) {
    Tensor mask = keepMask(stream, rate, x.count()).toFloats().scale(1 / (1 - rate));
    return x.times(likeMemoryOf(x, mask.to(x.device())));
  }

  /** A flat tensor in the shape of another, in the order in which that one lies in memory. */
  private static Tensor likeMemoryOf(Tensor other, Tensor flat) {
    long[] n = other.shape();
    return n.length == 4
        ? flat.reshape(n[0], n[2], n[3], n[1]).permute(0, 3, 1, 2)
        : flat.reshape(n);
  }

  /** 0 with probability {@code rate}, else 1, as bytes. */
  static Tensor keepMask(RandomStream stream, double rate, long... shape) {
    return Tensor.ofBytes(new KeepMask(stream, rate).next(count(shape)), shape);
  }

  /** How many numbers a tensor of this shape holds. */
  public static int count(long... shape) {
    long count = 1;
    for (long size : shape) {
      count = Math.multiplyExact(count, size);
    }
    return Math.toIntExact(count);
  }
}
