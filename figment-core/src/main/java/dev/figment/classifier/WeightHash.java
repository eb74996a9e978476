package dev.figment.classifier;

import dev.figment.format.Sha256;
import dev.figment.nn.Parameters;
import dev.figment.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeMap;

/** What tells weights from all others: the beginning of a SHA-256 of their names and bytes. */
final class WeightHash {
  private static final int DIGITS = 12;

  private WeightHash() {}

  /** Twelve hexadecimal digits. */
  static String of(Parameters weights) {
    MessageDigest digest = Sha256.digest();
    new TreeMap<>(weights.byName())
        .forEach(
            (name, tensor) -> {
              digest.update(name.getBytes(StandardCharsets.UTF_8));
              digest.update(bytes(tensor));
            });
    return Sha256.hex(digest).substring(0, DIGITS);
  }

  private static byte[] bytes(Tensor tensor) {
    float[] values = tensor.toArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
