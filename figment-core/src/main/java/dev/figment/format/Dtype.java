package dev.figment.format;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The element types of safetensors that Figment reads and writes. Their order is the format's: in a
 * file the later ones come first, so that every tensor is aligned.
 */
public enum Dtype {
  BOOL(1),
  U8(1),
  F16(2),
  BF16(2),
  I32(4),
  F32(4),
  F64(8),
  I64(8);

  private static final Set<String> REFUSED =
      Set.of(
          "I8 I16 U16 U32 U64 C64 F4 F6_E2M3 F6_E3M2 F8_E5M2 F8_E4M3 F8_E8M0 F8_E4M3FNUZ F8_E5M2FNUZ"
              .split(" "));

  private final int bytes;

  Dtype(int bytes) {
    this.bytes = bytes;
  }

  /** How many bytes one element takes. */
  public int bytes() {
    return bytes;
  }

  static Optional<Dtype> named(String name) {
    return Arrays.stream(values()).filter(dtype -> dtype.name().equals(name)).findFirst();
  }

  /** Whether the format knows this type and only Figment does not. */
  static boolean isForeign(String name) {
    return REFUSED.contains(name);
  }
}
