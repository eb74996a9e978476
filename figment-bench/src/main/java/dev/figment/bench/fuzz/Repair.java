package dev.figment.bench.fuzz;

import dev.figment.tensor.RandomStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Lengths and checksums put right, so that readers come to what is wrong behind them. */
final class Repair {
  private static final int SIGNATURE = 8;
  private static final int CHUNK = 12;

  private Repair() {}

  /** The CRC-32 of each chunk of a PNG, as far as chunks can be told. */
  static byte[] png(byte[] damaged) {
    byte[] repaired = damaged.clone();
    ByteBuffer png = ByteBuffer.wrap(repaired);
    int at = SIGNATURE;
    while (at + CHUNK <= repaired.length) {
      long length = png.getInt(at) & 0xffffffffL;
      if (at + CHUNK + length > repaired.length) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(repaired, at + 4, (int) length + 4);
      png.putInt(at + SIGNATURE + (int) length, (int) crc.getValue());
      at += CHUNK + (int) length;
    }
    return repaired;
  }

  /** The length of a RIFF file, which WebP is. */
  static byte[] riff(byte[] damaged) {
    byte[] repaired = damaged.clone();
    if (repaired.length >= 2 * SIGNATURE) {
      ByteBuffer.wrap(repaired).order(ByteOrder.LITTLE_ENDIAN).putInt(4, repaired.length - 8);
    }
    return repaired;
  }

  /** Damage to what follows a length of some bytes, little-endian: the length is put right. */
  static Format.Damage behindLength(int at, int size, Format.Damage header) {
    return (whole, other, random) -> {
      int start = at + size;
      int length = Math.toIntExact(number(whole, at, size));
      byte[] text = Arrays.copyOfRange(whole, start, start + length);
      int othersLength = Math.toIntExact(number(other, at, size));
      byte[] others = Arrays.copyOfRange(other, start, start + othersLength);
      byte[] changed = header.to(text, others, random);
      byte[] joined = Mutation.replaced(whole, start, length, changed);
      for (int i = 0; i < size; i++) {
        joined[at + i] = (byte) ((long) changed.length >> 8 * i);
      }
      return joined;
    };
  }

  private static long number(byte[] bytes, int at, int size) {
    long number = 0;
    for (int i = size - 1; i >= 0; i--) {
      number = number << 8 | bytes[at + i] & 0xff;
    }
    return number;
  }

  /** One of them, each as often. */
  static Format.Damage either(Format.Damage one, Format.Damage other) {
    return (whole, second, random) -> choice(one, other, random).to(whole, second, random);
  }

  private static Format.Damage choice(Format.Damage one, Format.Damage other, RandomStream random) {
    return random.nextInt(2) == 0 ? one : other;
  }
}
