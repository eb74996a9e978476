package dev.figment.latent;

import dev.figment.tensor.RandomStream;

/**
 * Round groups of points around corners of a cube of edge 4, the groups taking turns.
 *
 * @param points point i belongs to group i % groups
 */
record Clusters(Points points, int groups) {
  static Clusters of(int groups, int each, int size, double deviation) {
    RandomStream stream = RandomStream.named("clusters", groups);
    float[] values = new float[groups * each * size];
    for (int i = 0; i < values.length; i++) {
      int group = i / size % groups;
      values[i] = (float) (center(group, i % size) + deviation * stream.nextGaussian());
    }
    return new Clusters(new Points(values, size), groups);
  }

  static double center(int group, int axis) {
    return 4 * (group >> axis % 30 & 1);
  }

  int owner(int point) {
    return point % groups;
  }
}
