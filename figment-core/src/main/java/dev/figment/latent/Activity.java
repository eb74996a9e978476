package dev.figment.latent;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How active units are over examples: whether few are at a time (sparsity), and whether each is now
 * and then.
 *
 * @param activations a point for each example, a number for each unit; at least one
 */
public record Activity(Points activations) {
  /** Of all activations. */
  public double mean() {
    return Arrays.stream(unitMeans()).average().orElseThrow();
  }

  /** Over the examples, one for each unit. */
  public double[] unitMeans() {
    return activations.mean();
  }

  /** The share of activations below a limit, from 0 to 1. */
  public double shareBelow(double limit) {
    return Arrays.stream(all()).filter(value -> value < limit).count() / (double) count();
  }

  /** The share of units whose mean activity lies from low to high, both included. */
  public double shareOfUnitsWithin(double low, double high) {
    double[] means = unitMeans();
    long within = Arrays.stream(means).filter(mean -> mean >= low && mean <= high).count();
    return (double) within / means.length;
  }

  /** Of all activations, over 0 to 1 and whatever lies beyond. */
  public Histogram histogram(int bins) {
    return histogram(all(), bins);
  }

  /** Of the mean activity of each unit, over the same interval as {@link #histogram}. */
  public Histogram histogramOfUnitMeans(int bins) {
    return histogram(unitMeans(), bins);
  }

  private Histogram histogram(double[] values, int bins) {
    double low = Math.min(0, Arrays.stream(all()).min().orElseThrow());
    double high = Math.max(1, Arrays.stream(all()).max().orElseThrow());
    return Histogram.of(values, low, high, bins);
  }

  private int count() {
    return activations.values().length;
  }

  private double[] all() {
    float[] values = activations.values();
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
