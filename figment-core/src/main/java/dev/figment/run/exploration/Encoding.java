package dev.figment.run.exploration;

import dev.figment.data.Batch;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.model.Codec;
import dev.figment.tensor.Device;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;

/**
 * How a model that encodes is given the examples of a set.
 *
 * @param form of the examples that it takes
 */
record Encoding(Codec codec, ExampleForm form, Device device) {
  private static final int CHUNK = 200;

  /** All points, one after the other; a chunk at a time, so that memory does not grow with them. */
  float[] of(ImageSet set) {
    requireFit(set);
    float[] points = new float[Math.multiplyExact(set.size(), codec.latentSize())];
    for (int start = 0; start < set.size(); start += CHUNK) {
      float[] chunk = of(set, start, Math.min(set.size(), start + CHUNK));
      System.arraycopy(chunk, 0, points, start * codec.latentSize(), chunk.length);
    }
    return points;
  }

  private float[] of(ImageSet set, int start, int end) {
    try (Scope scope = Scope.open()) {
      Batch batch = Batch.of(set, form.range(), start, end, device);
      Tensor classes = codec.classes() > 0 ? batch.labels() : null;
      return codec.encode(batch.examples(), classes).toArray();
    }
  }

  /** Refuses examples of another shape, or without the classes that the model has to be told. */
  void requireFit(ImageSet set) {
    new AcceptedExamples(form, codec.classes()).require(set);
  }
}
