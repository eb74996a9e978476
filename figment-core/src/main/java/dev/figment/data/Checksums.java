package dev.figment.data;

import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** CRC-32C of examples, bytes or floats, and of their labels. */
record Checksums(int[] labels, byte @Nullable [] bytes, float @Nullable [] floats) {
  /** Of all examples, then of all labels. */
  long ofAll() {
    CRC32C checksum = new CRC32C();
    update(checksum, 0, bytes == null ? Objects.requireNonNull(floats).length : bytes.length);
    for (int label : labels) {
      update(checksum, label);
    }
    return checksum.getValue();
  }

  /**
   * Of each example and its label.
   *
   * @param count how many numbers an example has
   */
  int[] ofEach(int count) {
    int[] each = new int[labels.length];
    CRC32C checksum = new CRC32C();
    for (int i = 0; i < each.length; i++) {
      checksum.reset();
      update(checksum, i * count, count);
      update(checksum, labels[i]);
      each[i] = (int) checksum.getValue();
    }
    return each;
  }

  private void update(CRC32C checksum, int from, int count) {
    if (bytes != null) {
      checksum.update(bytes, from, count);
      return;
    }
    for (int i = from; i < from + count; i++) {
      update(checksum, Float.floatToIntBits(Objects.requireNonNull(floats)[i]));
    }
  }

  private static void update(CRC32C checksum, int number) {
    checksum.update(number >>> 24);
    checksum.update(number >>> 16);
    checksum.update(number >>> 8);
    checksum.update(number);
  }
}
