package dev.figment.metric.feature;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of small ONNX files, message by message: from an image's mean color to numbers that are
 * sines, so that the file has no weights.
 */
final class OnnxModel {
  static final int FLOAT = 1;
  static final int UINT8 = 2;

  private final ByteArrayOutputStream model = new ByteArrayOutputStream();
  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  OnnxModel() {
    number(model, 1, 8); // version of the format
    ByteArrayOutputStream operators = new ByteArrayOutputStream();
    number(operators, 2, 17);
    bytes(model, 8, operators.toByteArray());
    text(graph, 2, "tiny");
  }

  /** As Inception's are: any size, 2,048 features and 1,008 logits. */
  static OnnxModel inception() {
    return new OnnxModel()
        .input("images", FLOAT, -1, 3, -1, -1)
        .means()
        .features(2048)
        .logits(1008);
  }

  /**
   * @param shape −1 where any will do
   */
  OnnxModel input(String name, int type, long... shape) {
    bytes(graph, 11, value(name, type, shape));
    return this;
  }

  OnnxModel output(String name, int rank) {
    long[] any = new long[rank];
    Arrays.fill(any, -1);
    bytes(graph, 12, value(name, FLOAT, any));
    return this;
  }

  /** The mean of each color: (n, 3). */
  OnnxModel means() {
    return node("GlobalAveragePool", "images", "pooled").node("Flatten", "pooled", "means");
  }

  OnnxModel features(int count) {
    return sines("features", count).output("features", 2);
  }

  OnnxModel logits(int count) {
    return sines("logits", count).output("logits", 2);
  }

  /** means · W, with W[i, j] = sin(i·count + j). */
  OnnxModel sines(String name, int count) {
    return scalar(name + "-from", 0)
        .scalar(name + "-to", 3 * count)
        .scalar(name + "-by", 1)
        .numbers(name + "-shape", 3, count)
        .node("Range", name + "-from " + name + "-to " + name + "-by", name + "-numbers")
        .node("Sin", name + "-numbers", name + "-sines")
        .node("Reshape", name + "-sines " + name + "-shape", name + "-weight")
        .node("MatMul", "means " + name + "-weight", name);
  }

  /**
   * @param inputs their names with spaces between them
   */
  OnnxModel node(String operator, String inputs, String output, byte[]... attributes) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    for (String input : inputs.split(" ")) {
      text(node, 1, input);
    }
    text(node, 2, output);
    text(node, 4, operator);
    for (byte[] each : attributes) {
      bytes(node, 5, each);
    }
    bytes(graph, 1, node.toByteArray());
    return this;
  }

  static byte[] permutation(long... axes) {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    text(attribute, 1, "perm");
    for (long axis : axes) {
      number(attribute, 8, axis);
    }
    number(attribute, 20, 7); // whole numbers
    return attribute.toByteArray();
  }

  OnnxModel scalar(String name, float value) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 2, FLOAT);
    text(tensor, 8, name);
    ByteBuffer raw = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value);
    bytes(tensor, 9, raw.array());
    bytes(graph, 5, tensor.toByteArray());
    return this;
  }

  OnnxModel numbers(String name, long... values) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, values.length);
    number(tensor, 2, 7); // whole numbers of 64 bits
    for (long each : values) {
      number(tensor, 7, each);
    }
    text(tensor, 8, name);
    bytes(graph, 5, tensor.toByteArray());
    return this;
  }

  /** A tensor of one number that is kept in another file. */
  OnnxModel elsewhere(String name, String file) {
    ByteArrayOutputStream location = new ByteArrayOutputStream();
    text(location, 1, "location");
    text(location, 2, file);
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 2, FLOAT);
    text(tensor, 8, name);
    bytes(tensor, 13, location.toByteArray());
    number(tensor, 14, 1);
    bytes(graph, 5, tensor.toByteArray());
    return this;
  }

  OnnxModel metadata(String key, String value) {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    text(entry, 1, key);
    text(entry, 2, value);
    bytes(model, 14, entry.toByteArray());
    return this;
  }

  byte[] toBytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(model.toByteArray());
    bytes(whole, 7, graph.toByteArray());
    return whole.toByteArray();
  }

  private static byte[] value(String name, int type, long... shape) {
    ByteArrayOutputStream sizes = new ByteArrayOutputStream();
    for (long size : shape) {
      ByteArrayOutputStream axis = new ByteArrayOutputStream();
      if (size >= 0) {
        number(axis, 1, size);
      }
      bytes(sizes, 1, axis.toByteArray());
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, type);
    bytes(tensor, 2, sizes.toByteArray());
    ByteArrayOutputStream kind = new ByteArrayOutputStream();
    bytes(kind, 1, tensor.toByteArray());
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    text(value, 1, name);
    bytes(value, 2, kind.toByteArray());
    return value.toByteArray();
  }

  private static void text(ByteArrayOutputStream message, int field, String value) {
    bytes(message, field, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(ByteArrayOutputStream message, int field, byte[] value) {
    varint(message, field << 3 | 2);
    varint(message, value.length);
    message.writeBytes(value);
  }

  private static void number(ByteArrayOutputStream message, int field, long value) {
    varint(message, field << 3);
    varint(message, value);
  }

  private static void varint(ByteArrayOutputStream message, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      message.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    message.write((int) rest);
  }
}
