package dev.figment.run.report;

import dev.figment.picture.Chart;
import dev.figment.picture.Palette;
import java.awt.Color;
import java.util.Map;

/** The colors of charts in the style sheet of a page, so that they are its own, in the dark too. */
final class ChartColors {
  private static final double BRIGHTER = 0.65;

  /** What the style sheet calls them. */
  private static final Map<String, Color> NAMES =
      Map.of(
          "paper", Palette.PAPER,
          "ink", Palette.INK,
          "gray", Palette.GRAY,
          "rule", Palette.RULE);

  private ChartColors() {}

  /** The style sheet with numbers for names of colors, and rules for those of series. */
  static String in(String style) {
    String numbered = style;
    for (Map.Entry<String, Color> each : NAMES.entrySet()) {
      numbered =
          numbered.replace("=\"" + each.getKey() + "\"", "=\"" + hex(each.getValue()) + "\"");
    }
    return numbered + "@media screen and (prefers-color-scheme: dark) {\n" + dark() + "}\n";
  }

  /** Brighter series; what stands faint beside them is seen through. */
  private static String dark() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < Palette.SERIES_COUNT; i++) {
      Color color = Palette.series(i);
      String bright = hex(Palette.faint(color, BRIGHTER));
      rules.append(".chart [fill=\"%s\"] { fill: %s }\n".formatted(hex(color), bright));
      rules.append(".chart [stroke=\"%s\"] { stroke: %s }\n".formatted(hex(color), bright));
      rules.append(
          ".chart [stroke=\"%s\"] { stroke: %s; stroke-opacity: .35 }\n"
              .formatted(hex(Palette.faint(color, Chart.FAINT)), bright));
    }
    return rules.toString();
  }

  static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xffffff);
  }
}
