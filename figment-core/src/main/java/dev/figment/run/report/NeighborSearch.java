package dev.figment.run.report;

import dev.figment.Progress;
import dev.figment.data.ImageSet;
import dev.figment.run.exploration.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The images of a set that are nearest to others, by the root mean square of differences of pixels:
 * looks at all of them.
 *
 * @param count how many for each
 */
record NeighborSearch(ImageSet set, int count) {
  /** For each sample those nearest to it, the nearest first. */
  List<List<Neighbor>> of(Samples samples, Progress progress) {
    Progress.Task task =
        new Progress.Task("nearest training images", samples.count(), "samples", "distance");
    List<List<Neighbor>> all = new ArrayList<>();
    for (int i = 0; i < samples.count(); i++) {
      all.add(nearest(samples, i));
      progress.at(task, i + 1, all.get(i).get(0).distance());
    }
    return all;
  }

  private List<Neighbor> nearest(Samples samples, int sample) {
    Comparator<Neighbor> byDistance = Comparator.comparingDouble(Neighbor::distance);
    PriorityQueue<Neighbor> kept = new PriorityQueue<>(byDistance.reversed());
    byte[] image = new byte[set.shape().count()];
    for (int i = 0; i < set.size(); i++) {
      set.copyBytes(i, image, 0);
      kept.add(new Neighbor(i, distance(image, samples.pixels(), sample * image.length)));
      if (kept.size() > count) {
        kept.remove();
      }
    }
    return kept.stream().sorted(byDistance).toList();
  }

  private static double distance(byte[] image, byte[] other, int offset) {
    long sum = 0;
    for (int i = 0; i < image.length; i++) {
      int difference = (image[i] & 0xff) - (other[offset + i] & 0xff);
      sum += difference * difference;
    }
    return Math.sqrt((double) sum / image.length);
  }
}
