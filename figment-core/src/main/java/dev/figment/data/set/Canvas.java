package dev.figment.data.set;

/** A small gray field to draw lines with round ends onto; where they meet, the brighter counts. */
final class Canvas {
  private static final double EDGE = 1.3;

  private final int side;
  private final double[] coverage;

  Canvas(int side) {
    this.side = side;
    this.coverage = new double[side * side];
  }

  /** A line whose radius changes evenly from its beginning to its end. */
  void line(double x0, double y0, double radius0, double x1, double y1, double radius1) {
    double reach = Math.max(radius0, radius1) + EDGE / 2;
    int left = clamp(Math.min(x0, x1) - reach);
    int right = clamp(Math.max(x0, x1) + reach + 1);
    int top = clamp(Math.min(y0, y1) - reach);
    int bottom = clamp(Math.max(y0, y1) + reach + 1);
    double dx = x1 - x0;
    double dy = y1 - y0;
    double scale = 1 / Math.max(1e-9, dx * dx + dy * dy);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        double along = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) * scale));
        double offX = x - x0 - along * dx;
        double offY = y - y0 - along * dy;
        double inside =
            radius0 + along * (radius1 - radius0) - Math.sqrt(offX * offX + offY * offY);
        coverage[y * side + x] = Math.max(coverage[y * side + x], inside / EDGE + 0.5);
      }
    }
  }

  private int clamp(double place) {
    return (int) Math.max(0, Math.min(side, place));
  }

  /** Writes the field as bytes, 0 where nothing was drawn. */
  void copyTo(byte[] bytes, int offset) {
    for (int i = 0; i < coverage.length; i++) {
      bytes[offset + i] = (byte) (255 * Math.min(1, coverage[i]) + 0.5);
    }
  }
}
