package dev.figment.picture;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Several charts in one picture, two in a row. Immutable: each chart gives a new picture.
 *
 * <pre>{@code
 * ChartPanels.empty()
 *     .add(Chart.titled("loss/generator").series("plain", steps, plain).series("deep", steps, deep))
 *     .write(Path.of("compare.png"));
 * }</pre>
 */
public final class ChartPanels {
  private static final double WIDTH = 600;
  private static final double HEIGHT = 360;

  private final List<Chart> charts;

  private ChartPanels(List<Chart> charts) {
    this.charts = charts;
  }

  /** Without charts yet. */
  public static ChartPanels empty() {
    return new ChartPanels(List.of());
  }

  /** Adds a chart, to the right of the last or below. */
  public ChartPanels add(Chart chart) {
    List<Chart> more = new ArrayList<>(charts);
    more.add(chart);
    return new ChartPanels(List.copyOf(more));
  }

  /**
   * Writes PNG or SVG, as the file's ending says.
   *
   * @throws dev.figment.UsageException if the file ends otherwise
   * @throws dev.figment.DiskException if the file cannot be written
   * @throws dev.figment.FigmentException if this system has no fonts
   */
  public void write(Path file) {
    drawing().write(file);
  }

  /** As a picture, two pixels to a point of the drawing. */
  public BufferedImage toImage() {
    return drawing().toImage();
  }

  Drawing drawing() {
    int columns = Math.max(1, Math.min(2, charts.size()));
    int rows = Math.max(1, (charts.size() + columns - 1) / columns);
    Drawing drawing = new Drawing(columns * WIDTH, rows * HEIGHT);
    for (int i = 0; i < charts.size(); i++) {
      Drawing panel = charts.get(i).drawing(WIDTH, HEIGHT);
      drawing.place(panel, i % columns * WIDTH, i / columns * HEIGHT);
    }
    return drawing;
  }
}
