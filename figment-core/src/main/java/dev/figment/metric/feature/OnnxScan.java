package dev.figment.metric.feature;

import dev.figment.ModelFileException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the protobuf messages of an ONNX file before the runtime sees them, and refuses
 * tensors that are to be read from other files.
 *
 * @param source the file, for messages
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">the messages and the
 *     numbers of their fields</a>
 */
record OnnxScan(String source) {
  private static final int DEEPEST = 64; // graphs in nodes of graphs

  /** The messages in which tensors may be, and by the numbers of their fields what is in them. */
  private enum Message {
    MODEL,
    TRAINING,
    GRAPH,
    FUNCTION,
    NODE,
    ATTRIBUTE,
    SPARSE_TENSOR,
    TENSOR;

    @Nullable Message in(int field) {
      return switch (this) {
        case MODEL -> Map.of(7, GRAPH, 20, TRAINING, 25, FUNCTION).get(field);
        case TRAINING -> Map.of(1, GRAPH, 2, GRAPH).get(field);
        case GRAPH -> Map.of(1, NODE, 5, TENSOR, 15, SPARSE_TENSOR).get(field);
        case FUNCTION -> Map.of(7, NODE, 11, ATTRIBUTE).get(field);
        case NODE -> Map.of(5, ATTRIBUTE).get(field);
        case ATTRIBUTE ->
            Map.of(5, TENSOR, 6, GRAPH, 10, TENSOR, 11, GRAPH, 22, SPARSE_TENSOR, 23, SPARSE_TENSOR)
                .get(field);
        case SPARSE_TENSOR -> Map.of(1, TENSOR, 2, TENSOR).get(field);
        case TENSOR -> null;
      };
    }
  }

  private static final int EXTERNAL_DATA = 13;
  private static final int DATA_LOCATION = 14;

  /**
   * @throws ModelFileException if these are no messages of ONNX with a graph, or a tensor is in
   *     another file
   */
  void check(byte[] bytes) {
    if (!walk(ByteBuffer.wrap(bytes), Message.MODEL, 0)) {
      throw noOnnx();
    }
  }

  /** Whether a graph is directly in the message. */
  private boolean walk(ByteBuffer message, Message kind, int depth) {
    boolean hasGraph = false;
    if (depth > DEEPEST) {
      throw noOnnx();
    }
    while (message.hasRemaining()) {
      long tag = varint(message);
      int field = (int) (tag >>> 3);
      if (kind == Message.TENSOR && (field == EXTERNAL_DATA || field == DATA_LOCATION)) {
        requireInside(field, (int) tag & 7, message);
        continue;
      }
      Message inner = kind.in(field);
      ByteBuffer value = value((int) tag & 7, message);
      if (inner != null) {
        walk(value, inner, depth + 1);
        hasGraph |= inner == Message.GRAPH;
      }
    }
    return hasGraph;
  }

  private void requireInside(int field, int wire, ByteBuffer message) {
    boolean isOutside =
        field == EXTERNAL_DATA
            || wire != 0
            || varint(message) != 0; // location 0 is the file itself
    if (isOutside) {
      throw new ModelFileException(
          "%s: expected all tensors in the file, got one that is kept in another. Save it as one"
              + " file.",
          source);
    }
  }

  /** The bytes of a field, which are passed over. */
  private ByteBuffer value(int wire, ByteBuffer message) {
    long length =
        switch (wire) {
          case 0 -> varintLength(message);
          case 1 -> 8;
          case 2 -> varint(message);
          case 5 -> 4;
          default -> -1;
        };
    if (length < 0 || length > message.remaining()) {
      throw noOnnx();
    }
    ByteBuffer value = message.slice(message.position(), (int) length);
    message.position(message.position() + (int) length);
    return value;
  }

  private int varintLength(ByteBuffer message) {
    ByteBuffer ahead = message.duplicate();
    varint(ahead);
    return ahead.position() - message.position();
  }

  private long varint(ByteBuffer message) {
    long value = 0;
    for (int shift = 0; shift < 64 && message.hasRemaining(); shift += 7) {
      byte next = message.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw noOnnx();
  }

  private ModelFileException noOnnx() {
    return new ModelFileException(
        "%s: expected an ONNX file, got something else or a damaged one. docs/inception_onnx.py"
            + " makes one.",
        source);
  }
}
