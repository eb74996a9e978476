package dev.figment.metric.pixel;

import dev.figment.data.ImageSet;
import dev.figment.nn.Shape;

/**
 * An image as floats, or a level of its pyramid: row after row, the channels of a pixel together.
 */
record Plane(float[] values, int height, int width, int channels) {
  /** An image of a set, its bytes from 0 to 255. */
  static Plane of(ImageSet set, int index) {
    Shape shape = set.shape();
    float[] values = new float[shape.count()];
    set.copyFloats(index, values, 0);
    return new Plane(values, shape.height(), shape.width(), shape.channels());
  }

  /** Half a side, rounded up: as many pixels have even numbers. */
  static int half(int side) {
    return (side + 1) / 2;
  }

  /** Blurred by (1, 4, 6, 4, 1)/16 along both axes, then every other row and column. */
  Plane down() {
    Plane smaller = empty(half(height), half(width));
    float[] rows = new float[width * channels];
    for (int y = 0; y < smaller.height; y++) {
      blurRows(2 * y, rows);
      smaller.fillByBlurredColumns(y, rows, width);
    }
    return smaller;
  }

  private void blurRows(int y, float[] to) {
    int row = width * channels;
    int a = mirrored(y - 2, height) * row;
    int b = mirrored(y - 1, height) * row;
    int c = y * row;
    int d = mirrored(y + 1, height) * row;
    int e = mirrored(y + 2, height) * row;
    for (int i = 0; i < row; i++) {
      to[i] =
          (values[a + i] + values[e + i] + 4 * (values[b + i] + values[d + i]) + 6 * values[c + i])
              * 0.0625f;
    }
  }

  private void fillByBlurredColumns(int y, float[] from, int fromWidth) {
    for (int x = 0; x < width; x++) {
      int a = mirrored(2 * x - 2, fromWidth) * channels;
      int b = mirrored(2 * x - 1, fromWidth) * channels;
      int c = 2 * x * channels;
      int d = mirrored(2 * x + 1, fromWidth) * channels;
      int e = mirrored(2 * x + 2, fromWidth) * channels;
      int to = (y * width + x) * channels;
      for (int k = 0; k < channels; k++) {
        values[to + k] =
            (from[a + k] + from[e + k] + 4 * (from[b + k] + from[d + k]) + 6 * from[c + k])
                * 0.0625f;
      }
    }
  }

  /**
   * Zeros between all rows and columns, then (1, 4, 6, 4, 1)/8 along both axes.
   *
   * @param toHeight of which this height is {@link #half}
   */
  Plane up(int toHeight, int toWidth) {
    Plane larger = empty(toHeight, toWidth);
    float[] rows = new float[width * channels];
    for (int y = 0; y < toHeight; y++) {
      Taps taps = Taps.of(y, toHeight);
      int row = width * channels;
      for (int i = 0; i < row; i++) {
        rows[i] =
            taps.outer * (values[taps.before * row + i] + values[taps.after * row + i])
                + taps.inner * values[taps.at * row + i];
      }
      larger.fillByWideningColumns(y, rows);
    }
    return larger;
  }

  private void fillByWideningColumns(int y, float[] from) {
    for (int x = 0; x < width; x++) {
      Taps taps = Taps.of(x, width);
      int to = (y * width + x) * channels;
      for (int k = 0; k < channels; k++) {
        values[to + k] =
            taps.outer * (from[taps.before * channels + k] + from[taps.after * channels + k])
                + taps.inner * from[taps.at * channels + k];
      }
    }
  }

  /** What of a row becomes a place of a row of twice as many: the zeros between are left out. */
  private record Taps(int before, int at, int after, float outer, float inner) {
    static Taps of(int place, int places) {
      int reach = place % 2 == 0 ? 2 : 1;
      int before = mirrored(place - reach, places) / 2;
      int after = mirrored(place + reach, places) / 2;
      return reach == 2
          ? new Taps(before, place / 2, after, 0.125f, 0.75f)
          : new Taps(before, before, after, 0.5f, 0);
    }
  }

  /** Beyond an edge, what is as far inside of it; the edge itself comes once. */
  private static int mirrored(int place, int places) {
    return place < 0 ? -place : place < places ? place : 2 * (places - 1) - place;
  }

  /** Means of 2×2 pixels; the last row or column of an odd side is left out, a side of 1 stays. */
  Plane halved() {
    Plane smaller = empty(Math.max(1, height / 2), Math.max(1, width / 2));
    int right = width > 1 ? channels : 0;
    int below = height > 1 ? width * channels : 0;
    for (int y = 0, to = 0; y < smaller.height; y++) {
      for (int x = 0; x < smaller.width; x++) {
        int at = (2 * y * width + 2 * x) * channels;
        for (int k = 0; k < channels; k++, at++) {
          float sum = values[at] + values[at + right] + values[at + below];
          smaller.values[to++] = (sum + values[at + right + below]) / 4;
        }
      }
    }
    return smaller;
  }

  /** The values of another subtracted; it has the same size. */
  Plane minus(Plane other) {
    Plane difference = empty(height, width);
    for (int i = 0; i < values.length; i++) {
      difference.values[i] = values[i] - other.values[i];
    }
    return difference;
  }

  private Plane empty(int height, int width) {
    return new Plane(new float[height * width * channels], height, width, channels);
  }
}
