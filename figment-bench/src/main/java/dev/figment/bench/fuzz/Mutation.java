package dev.figment.bench.fuzz;

import dev.figment.tensor.RandomStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes changed in one to four places, as damage and malice do: mostly near the beginning. */
final class Mutation {
  private static final int LONGEST = 1 << 16;
  private static final int HEAD = 64;

  /** Numbers at which arithmetic breaks. */
  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    65536,
    0x7fffffffL,
    0x80000000L,
    0xffffffffL,
    0x100000000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private Mutation() {}

  static byte[] of(byte[] whole, byte[] other, RandomStream random) {
    byte[] changed = whole;
    for (int i = random.nextInt(4); i >= 0; i--) {
      changed = once(changed, other, random);
    }
    return changed.length <= LONGEST ? changed : Arrays.copyOf(changed, LONGEST);
  }

  private static byte[] once(byte[] bytes, byte[] other, RandomStream random) {
    if (bytes.length == 0) {
      return other;
    }
    int at = place(bytes.length, random);
    return switch (random.nextInt(10)) {
      case 0, 1 -> flipped(bytes, at, random);
      case 2 -> set(bytes, at, (byte) random.nextInt(256));
      case 3, 4, 5 -> number(bytes, at, random);
      case 6 -> Arrays.copyOf(bytes, at);
      case 7 -> replaced(bytes, at, span(bytes, at, random), new byte[0]);
      case 8 -> {
        int length = span(bytes, at, random);
        yield replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      }
      default -> {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        yield replaced(bytes, at, bytes.length - at, Arrays.copyOfRange(other, from, other.length));
      }
    };
  }

  private static int place(int length, RandomStream random) {
    return random.nextInt(random.nextInt(3) == 0 ? length : Math.min(length, HEAD));
  }

  private static int span(byte[] bytes, int at, RandomStream random) {
    return 1 + random.nextInt(Math.min(HEAD, bytes.length - at));
  }

  private static byte[] flipped(byte[] bytes, int at, RandomStream random) {
    return set(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
  }

  private static byte[] set(byte[] bytes, int at, byte value) {
    byte[] changed = bytes.clone();
    changed[at] = value;
    return changed;
  }

  /** A number of one to eight bytes, in either order. */
  private static byte[] number(byte[] bytes, int at, RandomStream random) {
    int size = Math.min(1 << random.nextInt(4), bytes.length - at);
    long value = EDGES[random.nextInt(EDGES.length)] + random.nextInt(3) - 1;
    boolean isLittle = random.nextInt(2) == 0;
    byte[] wide =
        ByteBuffer.allocate(Long.BYTES)
            .order(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
            .putLong(value)
            .array();
    byte[] changed = bytes.clone();
    System.arraycopy(wide, isLittle ? 0 : Long.BYTES - size, changed, at, size);
    return changed;
  }

  static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
    byte[] changed = new byte[bytes.length - length + by.length];
    System.arraycopy(bytes, 0, changed, 0, at);
    System.arraycopy(by, 0, changed, at, by.length);
    System.arraycopy(bytes, at + length, changed, at + by.length, bytes.length - at - length);
    return changed;
  }
}
