package dev.figment.train.profile;

import dev.figment.nn.AppliedLayer;
import dev.figment.nn.ParameterSpec;

/**
 * What a computation must do at least. For n examples, a layer of m multiply-adds an example, i
 * numbers in, o numbers out and p parameters does:
 *
 * <table>
 *   <caption>Operations and numbers moved</caption>
 *   <tr><th></th><th>operations</th><th>numbers moved</th></tr>
 *   <tr><td>forward</td><td>2·n·m</td><td>n·(i + o) + p</td></tr>
 *   <tr><td>backward, always</td><td>0</td><td>n·(i + o) + p</td></tr>
 *   <tr><td>the gradient of its input</td><td>2·n·m</td><td>n·i</td></tr>
 *   <tr><td>the gradient of its parameters</td><td>2·n·m</td><td>p</td></tr>
 *   <tr><td>a gradient differentiated again</td><td>2·n·m, and again where its parameters are
 *       asked for</td><td>n·(i + o) + p</td></tr>
 * </table>
 *
 * A multiply-add is two operations and a number four bytes. What is elementwise counts as moved
 * alone: each number crosses the memory once, however many passes are made of it. Layers that keep
 * their numbers move none.
 *
 * @param operations of float32
 * @param bytes read and written
 */
public record Work(double operations, double bytes) {
  public static final Work NONE = new Work(0, 0);
  static final int NUMBER = Float.BYTES;

  static Work forward(AppliedLayer layer, long examples) {
    return new Work(products(layer, examples), NUMBER * moved(layer, examples));
  }

  /** What there is in any case when a derivative comes back. */
  static Work backward(AppliedLayer layer, long examples) {
    return new Work(0, NUMBER * moved(layer, examples));
  }

  static Work inputGradient(AppliedLayer layer, long examples) {
    double written = layer.layer().keepsNumbers() ? 0 : (double) examples * layer.input().count();
    return new Work(products(layer, examples), NUMBER * written);
  }

  static Work parameterGradient(AppliedLayer layer, long examples) {
    return new Work(products(layer, examples), NUMBER * parameters(layer));
  }

  static Work secondDerivative(AppliedLayer layer, long examples) {
    return forward(layer, examples);
  }

  /**
   * An update: each gradient is read, each parameter and each number remembered read and written.
   *
   * @param remembered numbers for each parameter: two for Adam
   */
  static Work update(long parameters, int remembered) {
    return new Work(0, (double) NUMBER * parameters * (3 + 2 * remembered));
  }

  private static double products(AppliedLayer layer, long examples) {
    return 2.0 * examples * layer.layer().multiplyAdds(layer.input());
  }

  private static double moved(AppliedLayer layer, long examples) {
    return layer.layer().keepsNumbers()
        ? 0
        : (double) examples * (layer.input().count() + layer.output().count()) + parameters(layer);
  }

  private static double parameters(AppliedLayer layer) {
    return layer.layer().parameters(layer.input()).stream().mapToLong(ParameterSpec::count).sum();
  }

  Work plus(Work other) {
    return new Work(operations + other.operations, bytes + other.bytes);
  }

  Work dividedBy(double by) {
    return new Work(operations / by, bytes / by);
  }
}
