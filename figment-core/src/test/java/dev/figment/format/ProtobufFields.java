package dev.figment.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message of Protocol Buffers by the numbers of its fields, read without knowing more of it. */
public record ProtobufFields(Map<Integer, List<Object>> fields) {
  /**
   * Varints as {@code Long}, eight bytes as {@code Double}, what has a length as {@code byte[]}.
   */
  public static ProtobufFields of(byte[] message) {
    Map<Integer, List<Object>> fields = new TreeMap<>();
    ByteBuffer bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      long tag = varint(bytes);
      fields.computeIfAbsent((int) (tag >>> 3), unseen -> new ArrayList<>()).add(value(tag, bytes));
    }
    return new ProtobufFields(fields);
  }

  private static Object value(long tag, ByteBuffer bytes) {
    return switch ((int) (tag & 7)) {
      case 0 -> varint(bytes);
      case 1 -> bytes.getDouble();
      case 2 -> {
        byte[] content = new byte[(int) varint(bytes)];
        bytes.get(content);
        yield content;
      }
      default -> throw new AssertionError("wire type " + (tag & 7));
    };
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  public boolean has(int field) {
    return fields.containsKey(field);
  }

  public long number(int field) {
    return has(field) ? (Long) fields.get(field).get(0) : 0;
  }

  public double decimal(int field) {
    return has(field) ? (Double) fields.get(field).get(0) : 0;
  }

  public byte[] bytes(int field) {
    return (byte[]) fields.get(field).get(0);
  }

  public String text(int field) {
    return new String(bytes(field), StandardCharsets.UTF_8);
  }

  public ProtobufFields message(int field) {
    return of(bytes(field));
  }

  public List<ProtobufFields> messages(int field) {
    return fields.getOrDefault(field, List.of()).stream().map(each -> of((byte[]) each)).toList();
  }

  public double[] decimals(int field) {
    ByteBuffer packed = ByteBuffer.wrap(bytes(field)).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[packed.remaining() / Double.BYTES];
    packed.asDoubleBuffer().get(values);
    return values;
  }
}
