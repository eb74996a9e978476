package dev.figment.data;

import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.Tensor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Examples copied out of a set, before they become tensors. */
record ExampleBuffer(byte @Nullable [] bytes, float @Nullable [] floats, long @Nullable [] labels) {
  /** Copies the examples with these numbers. */
  static ExampleBuffer of(ImageSet set, int[] indices) {
    ExampleBuffer buffer = allocate(set, indices.length);
    for (int i = 0; i < indices.length; i++) {
      buffer.copy(set, indices[i], i);
    }
    return buffer;
  }

  private static ExampleBuffer allocate(ImageSet set, int size) {
    int count = Math.multiplyExact(size, set.shape().count());
    return new ExampleBuffer(
        set.holdsBytes() ? new byte[count] : null,
        set.holdsBytes() ? null : new float[count],
        set.classes().isEmpty() ? null : new long[size]);
  }

  private void copy(ImageSet set, int example, int to) {
    int offset = to * set.shape().count();
    if (bytes != null) {
      set.copyBytes(example, bytes, offset);
    } else {
      set.copyFloats(example, Objects.requireNonNull(floats), offset);
    }
    if (labels != null) {
      labels[to] = set.label(example);
    }
  }

  /** As tensors of the innermost open scope. */
  Batch toBatch(Shape example, int size, Range range, Device device) {
    long[] shape = batchShape(example, size);
    Tensor examples =
        bytes == null
            ? Tensor.of(Objects.requireNonNull(floats), shape).to(device)
            : range.scale(Tensor.ofBytes(bytes, shape).to(device).toFloats());
    Tensor channelsSecond = shape.length == 4 ? examples.permute(0, 3, 1, 2) : examples;
    Tensor classes = labels == null ? null : Tensor.ofLongs(labels, labels.length).to(device);
    return new Batch(channelsSecond, classes, size);
  }

  private static long[] batchShape(Shape shape, int size) {
    long[] sizes = new long[shape.rank() + 1];
    sizes[0] = size;
    for (int axis = 0; axis < shape.rank(); axis++) {
      sizes[axis + 1] = shape.size(axis);
    }
    return sizes;
  }
}
