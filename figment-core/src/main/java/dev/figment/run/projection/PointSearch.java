package dev.figment.run.projection;

import dev.figment.Progress;
import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.model.Invertible;
import dev.figment.model.Stylist;
import dev.figment.model.Truncation;
import dev.figment.run.exploration.ChunkedSampler;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Projection} at work on a set: a chunk of images at a time, so that memory does not grow
 * with them, and in each chunk one restart after the other.
 *
 * @param ofClass of all images; null for their own
 */
record PointSearch(
    Projection settings, Trained trained, Invertible model, @Nullable Integer ofClass) {

  Projected of(ImageSet set, Progress progress) {
    int chunk = ChunkedSampler.chunkOf(set.shape());
    int chunks = (set.size() + chunk - 1) / chunk;
    float[][] beginnings =
        IntStream.range(0, settings.restarts())
            .mapToObj(restart -> beginnings(restart, set.size()))
            .toArray(float[][]::new);
    NearestPoints nearest = new NearestPoints(set, beginnings[0].length / set.size());
    Course course = new Course(settings, chunks, progress);
    for (int start = 0; start < set.size(); start += chunk) {
      int end = Math.min(set.size(), start + chunk);
      try (Scope scope = Scope.open()) {
        search(set, start, end, beginnings, nearest, course);
      }
    }
    return nearest.projected();
  }

  private void search(
      ImageSet set,
      int start,
      int end,
      float[][] beginnings,
      NearestPoints nearest,
      Course course) {
    Batch batch = Batch.of(set, trained.form().range(), start, end, trained.device());
    Descent descent = Descent.to(batch.examples(), classes(batch), model, settings);
    int size = nearest.size();
    for (float[] each : beginnings) {
      try (Scope scope = Scope.open()) {
        float[] begin = Arrays.copyOfRange(each, start * size, end * size);
        Tensor points = Tensor.of(begin, end - start, size).to(trained.device());
        Descent.End found = descent.from(points, course);
        nearest.offer(start, found, trained.form().range());
      }
    }
  }

  private @Nullable Tensor classes(Batch batch) {
    if (trained.classes().count() == 0) {
      return null;
    }
    if (ofClass == null) {
      return batch.labels();
    }
    long[] all = new long[batch.size()];
    Arrays.fill(all, ofClass);
    return Tensor.ofLongs(all, all.length).to(trained.device());
  }

  /** Where a restart begins: the same for an image whatever chunk it is in. */
  private float[] beginnings(int restart, int count) {
    if (!trained.is(Stylist.class)) {
      return normals(restart, count, trained.latentSize());
    }
    Stylist stylist = trained.as(Stylist.class, "project");
    try (Scope scope = Scope.open()) {
      if (restart == 0) {
        Tensor mean = stylist.averageStyle().reshape(1, -1);
        return Truncation.spread(mean, count).toArray();
      }
      int size = stylist.latentSize();
      Tensor z = Tensor.of(normals(restart, count, size), count, size);
      return stylist.styles(z.to(trained.device())).toArray();
    }
  }

  private float[] normals(int restart, int count, int size) {
    RandomStream stream = RandomStream.named("projection." + restart, settings.seed());
    return Noise.normals(stream, Math.multiplyExact(count, size));
  }
}
