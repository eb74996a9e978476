package dev.figment.data;

import dev.figment.DataException;
import dev.figment.nn.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sets of one form, one after the other.
 *
 * @param parts at least one; the first gives the name
 */
record JoinedSets(List<ImageSet> parts) {
  /** Refuses sets that differ in shape or in classes. */
  JoinedSets {
    ImageSet first = parts.get(0);
    for (ImageSet each : parts) {
      if (!each.shape().equals(first.shape()) || !each.classes().equals(first.classes())) {
        throw new DataException(
            "%s: expected all of %s with classes %s, found some of %s with classes %s. Bring them"
                + " to one form with data.size, data.colors and data.classes.",
            first.name(), first.shape(), first.classes(), each.shape(), each.classes());
      }
    }
  }

  ImageSet toSet() {
    ImageSet first = parts.get(0);
    int[] labels = parts.stream().flatMapToInt(each -> IntStream.of(each.labels())).toArray();
    ImageSet all =
        first.holdsBytes()
            ? ImageSet.ofBytes(
                first.name(), first.shape(), first.classes(), labels, bytes(labels.length))
            : ImageSet.ofFloats(
                first.name(), first.shape(), first.classes(), labels, floats(labels.length));
    return all.withLoadReport(
        parts.stream().map(ImageSet::loadReport).reduce(LoadReport.NONE, LoadReport::plus));
  }

  private byte[] bytes(int examples) {
    Shape shape = parts.get(0).shape();
    byte[] bytes = ImageSet.memory(parts.get(0).name(), shape, examples);
    int at = 0;
    for (ImageSet each : parts) {
      for (int i = 0; i < each.size(); i++, at += shape.count()) {
        each.copyBytes(i, bytes, at);
      }
    }
    return bytes;
  }

  private float[] floats(int examples) {
    Shape shape = parts.get(0).shape();
    float[] floats = new float[examples * shape.count()];
    int at = 0;
    for (ImageSet each : parts) {
      for (int i = 0; i < each.size(); i++, at += shape.count()) {
        each.copyFloats(i, floats, at);
      }
    }
    return floats;
  }
}
