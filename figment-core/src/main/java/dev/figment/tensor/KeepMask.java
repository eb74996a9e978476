package dev.figment.tensor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Dropout's mask: each value is 0 with probability {@code rate}, else 1. A value costs 16 random
 * bits, which keep it where they are above {@code rate · 65,536}; the one value in 65,536 that they
 * leave undecided costs another draw, so the probability is exact. Four values at a time: their
 * bits lie in two longs, each with two of them in lanes of 32 bits, which a sum compares at once.
 */
final class KeepMask {
  private static final VarHandle FOUR_BYTES =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_HALVES = 0x0000_ffff_0000_ffffL;
  private static final long ONES = 0x0000_0001_0000_0001L;
  private static final long LOWEST = 0x0001_0001_0001_0001L;
  private static final long HIGHEST = LOWEST << 15;

  private final RandomStream stream;
  private final double scaled;
  private final int threshold;
  private final long thresholds;
  private final long complement;

  /**
   * @param rate in [0, 1)
   */
  KeepMask(RandomStream stream, double rate) {
    this.stream = stream;
    this.scaled = rate * 65536;
    this.threshold = (int) scaled;
    this.thresholds = threshold * LOWEST;
    this.complement = (0xffff - threshold) * ONES;
  }

  /** The next values, for which the stream moves on by one number for each four of them. */
  byte[] next(int count) {
    byte[] kept = new byte[count];
    int whole = count & ~3;
    for (int i = 0; i < whole; i += 4) {
      FOUR_BYTES.set(kept, i, four(stream.nextLong()));
    }
    if (whole < count) {
      int four = four(stream.nextLong());
      for (int i = whole; i < count; i++, four >>>= 8) {
        kept[i] = (byte) four;
      }
    }
    return kept;
  }

  /** A byte for each 16 bits, in their order. */
  private int four(long bits) {
    long even = ((bits & LOW_HALVES) + complement >>> 16) & ONES;
    long odd = ((bits >>> 16 & LOW_HALVES) + complement >>> 16) & ONES;
    long bytes = even | odd << 8;
    int above = (int) (bytes | bytes >>> 16);
    long difference = bits ^ thresholds;
    boolean hasZero = (difference - LOWEST & ~difference & HIGHEST) != 0;
    return hasZero ? decided(bits, above) : above;
  }

  /** The undecided are dropped with the probability that 16 bits could not express. */
  private int decided(long bits, int above) {
    RandomStream further = RandomStream.named("undecided", stream.state());
    for (int lane = 0; lane < 4; lane++, bits >>>= 16) {
      boolean undecided = (bits & 0xffff) == threshold;
      if (undecided && further.nextDouble() >= scaled - threshold) {
        above |= 1 << 8 * lane;
      }
    }
    return above;
  }
}
