package dev.figment.picture;

import java.awt.Color;

/**
 * The colors of every chart and plot. The series are told apart by color-blind people too.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito 2008</a> (in another order, with a
 *     dark gray for black and a dark purple for yellow)
 */
public final class Palette {
  public static final Color PAPER = Color.WHITE;
  public static final Color INK = new Color(0x25282d);
  public static final Color GRAY = new Color(0x7a8087);
  public static final Color RULE = new Color(0xe6e8eb);

  /** Between and around images: neutral, so that no color beside it looks wrong. */
  public static final Color MOUNT = new Color(0xf0f0f0);

  /** Around images that are to be told from their neighbors. */
  public static final Color FRAME = new Color(0xd55e00);

  private static final Color[] SERIES = {
    new Color(0x0072b2),
    new Color(0xd55e00),
    new Color(0x009e73),
    new Color(0xcc79a7),
    new Color(0xe69f00),
    new Color(0x56b4e9),
    new Color(0x4d4d4d),
    new Color(0x7b1e6e)
  };

  /** How many series have a color of their own. */
  public static final int SERIES_COUNT = SERIES.length;

  /**
   * As different as ten colors can be that are dark enough on white and bright enough to be colors,
   * for all kinds of color vision: found by a search, and measured by PaletteTest.
   */
  private static final Color[] CLASSES = {
    new Color(0x0269ff),
    new Color(0xcf0408),
    new Color(0xa8ac01),
    new Color(0x7011ad),
    new Color(0x32aefc),
    new Color(0x790000),
    new Color(0x2e6e5c),
    new Color(0xf480a4),
    new Color(0x193b5a),
    new Color(0x9963ae)
  };

  private static final Color[] TIMES = {
    new Color(0xf2c14e), new Color(0xd55e00), new Color(0x7b1e6e), new Color(0x17123f)
  };

  private Palette() {}

  /** The color of the series with this index; after the eighth they begin again. */
  public static Color series(int index) {
    return SERIES[Math.floorMod(index, SERIES.length)];
  }

  /** The color of dots of the class with this index; after the tenth they begin again. */
  public static Color ofClass(int index) {
    return CLASSES[Math.floorMod(index, CLASSES.length)];
  }

  /** Whether dots of the class with this index are rings, for a second class of each color. */
  static boolean isRing(int index) {
    return Math.floorMod(index, 2 * CLASSES.length) >= CLASSES.length;
  }

  /**
   * The color of a time in a training, from 0 (its beginning) to 1 (its end): from light to dark,
   * so that the order is seen without colors too.
   */
  public static Color ofTime(double share) {
    double place = Math.min(1, Math.max(0, share)) * (TIMES.length - 1);
    int below = Math.min(TIMES.length - 2, (int) place);
    return between(TIMES[below], TIMES[below + 1], place - below);
  }

  /** The color as seen through paper: 0 is the paper, 1 the color itself. */
  public static Color faint(Color color, double strength) {
    return between(PAPER, color, strength);
  }

  private static Color between(Color from, Color to, double share) {
    return new Color(
        mix(from.getRed(), to.getRed(), share),
        mix(from.getGreen(), to.getGreen(), share),
        mix(from.getBlue(), to.getBlue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
