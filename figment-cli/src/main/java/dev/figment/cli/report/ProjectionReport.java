package dev.figment.cli.report;

import dev.figment.metric.SignificantDigits;
import dev.figment.run.projection.Projected;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How near images came to what a model makes.
 *
 * @param names of the image files; empty for examples of a split, by their number
 */
public record ProjectionReport(Projected projected, List<String> names) {
  /**
   * An image; the names are those of {@code --json}.
   *
   * @param meanSquaredError of pixels from 0 to 1
   * @param loss what the descent made small
   */
  record Line(String image, double meanSquaredError, double loss) {}

  /**
   * All of them.
   *
   * @param picture where it is, as are the points
   */
  record Result(double meanSquaredError, List<Line> images, String picture, String latents) {}

  public Result result(String picture, String latents) {
    return new Result(projected.images().meanSquaredError(), lines(), picture, latents);
  }

  private List<Line> lines() {
    return IntStream.range(0, projected.images().count()).mapToObj(this::line).toList();
  }

  private Line line(int image) {
    return new Line(
        names.isEmpty() ? String.valueOf(image) : names.get(image),
        projected.images().meanSquaredError(image),
        projected.losses()[image]);
  }

  public Table table() {
    Table table = Table.of("image", "mean squared error", "loss");
    for (Line each : lines()) {
      table.row(
          each.image(),
          SignificantDigits.of(each.meanSquaredError()),
          SignificantDigits.of(each.loss()));
    }
    return table;
  }
}
