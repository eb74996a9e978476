package dev.figment.metric.feature;

import dev.figment.latent.Points;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;

/** Features as they come out of no network: normally distributed, always the same for a name. */
final class Normals {
  static final FeatureSource SOURCE = new FeatureSource("classifier", "1a2b", "some images");

  private Normals() {}

  static Points of(String name, int count, int size) {
    return new Points(Noise.normals(RandomStream.named(name, 1), count * size), size);
  }

  /** factor·x + shift, of every number. */
  static Points moved(Points points, double factor, double shift) {
    float[] values = points.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (factor * values[i] + shift);
    }
    return new Points(values, points.size());
  }

  static FeatureStatistics statistics(Points points) {
    return FeatureStatistics.of(SOURCE, points);
  }
}
