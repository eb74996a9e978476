package dev.figment.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Tensors of random numbers, drawn from a {@link RandomStream} and the same on every device. */
public final class Noise {
  private static final int PART = 1 << 16;

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

  /**
   * Dropout's mask: each value is 0 with probability {@code rate}, else 1, as bytes. A value costs
   * 16 random bits; the one value in 65,536 that they leave undecided costs another draw, so the
   * probability is exact. Filled by all threads, to the same result with any number of them.
   */
  static Tensor keepMask(RandomStream stream, double rate, long... shape) {
    int count = count(shape);
    byte[] kept = new byte[count];
    int parts = (count + PART - 1) / PART;
    IntStream.range(0, parts).parallel().forEach(part -> fillMask(stream, rate, kept, part * PART));
    stream.skip((count + 3) / 4);
    return Tensor.ofBytes(kept, shape);
  }

  private static void fillMask(RandomStream stream, double rate, byte[] kept, int start) {
    double scaled = rate * 65536;
    int threshold = (int) scaled;
    int end = Math.min(kept.length, start + PART);
    for (int i = start; i < end; i += 4) {
      long bits = stream.peek(i >> 2);
      for (int j = i; j < Math.min(i + 4, end); j++, bits >>>= 16) {
        int drawn = (int) (bits & 0xffff);
        kept[j] = (byte) (threshold - drawn >>> 31); // 1 where drawn is above, without a branch
        if (drawn == threshold) {
          kept[j] = stays(stream, j, scaled);
        }
      }
    }
  }

  /** The undecided value: dropped with the probability that 16 bits could not express. */
  private static byte stays(RandomStream stream, int position, double scaled) {
    long bits = RandomStream.named("undecided", stream.state() + position).nextLong();
    return (byte) ((bits >>> 11) * 0x1p-53 >= scaled - Math.floor(scaled) ? 1 : 0);
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
