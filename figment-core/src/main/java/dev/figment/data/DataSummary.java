package dev.figment.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a set holds, in numbers; made of plain values, so that it writes itself as JSON.
 *
 * @param shape the sizes of one example
 * @param examplesPerClass in the order of the classes; empty where nothing is labeled
 * @param bytes what the examples occupy in memory
 * @param mean of all numbers; bytes count as 0 to 1
 * @param standardDeviation of all numbers, about that mean
 * @param quartiles of all numbers, bytes as 0 to 1
 * @param loading what was changed and left out when it was read
 */
public record DataSummary(
    String name,
    int examples,
    List<Integer> shape,
    Map<String, Integer> examplesPerClass,
    long bytes,
    double mean,
    double standardDeviation,
    Quartiles quartiles,
    LoadReport loading) {

  /** Counts and measures a set; reads every example once. */
  public static DataSummary of(ImageSet set) {
    double[] moments = moments(set);
    return new DataSummary(
        set.name(),
        set.size(),
        Arrays.stream(set.shape().sizes()).boxed().toList(),
        perClass(set),
        set.sizeInBytes(),
        moments[0],
        moments[1],
        Quartiles.of(set),
        set.loadReport());
  }

  private static Map<String, Integer> perClass(ImageSet set) {
    int[] counts = new int[Math.max(1, set.classes().size())];
    for (int i = 0; i < set.size(); i++) {
      counts[set.label(i)]++;
    }
    Map<String, Integer> perClass = new LinkedHashMap<>();
    for (int i = 0; i < set.classes().size(); i++) {
      perClass.put(set.classes().get(i), counts[i]);
    }
    return perClass;
  }

  private static double[] moments(ImageSet set) {
    return set.holdsBytes() ? momentsOfBytes(set.histogram()) : momentsOfFloats(set);
  }

  private static double[] momentsOfBytes(long[] histogram) {
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < histogram.length; i++) {
      double value = i / 255.0;
      count += histogram[i];
      sum += histogram[i] * value;
      squares += histogram[i] * value * value;
    }
    return moments(count, sum, squares);
  }

  private static double[] momentsOfFloats(ImageSet set) {
    float[] example = new float[set.shape().count()];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < set.size(); i++) {
      set.copyFloats(i, example, 0);
      for (double number : example) {
        sum += number;
        squares += number * number;
      }
    }
    return moments((double) set.size() * example.length, sum, squares);
  }

  private static double[] moments(double count, double sum, double squares) {
    double mean = sum / count;
    return new double[] {mean, Math.sqrt(Math.max(0, squares / count - mean * mean))};
  }
}
