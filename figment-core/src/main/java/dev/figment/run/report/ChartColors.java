package dev.figment.run.report;

import dev.figment.picture.Chart;
import dev.figment.picture.Palette;
import java.awt.Color;

/** Rules of style by which the charts of a page have the colors of the page, in the dark too. */
final class ChartColors {
  private static final int SERIES = 6;
  private static final double BRIGHTER = 0.65;

  private ChartColors() {}

  static String rules() {
    return color("fill", Palette.PAPER, "none")
        + color("fill", Palette.INK, "var(--ink)")
        + color("fill", Palette.GRAY, "var(--quiet)")
        + color("stroke", Palette.GRAY, "var(--quiet)")
        + color("stroke", Palette.RULE, "var(--rule)")
        + "@media screen and (prefers-color-scheme: dark) {\n"
        + dark()
        + "}\n";
  }

  private static String dark() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < SERIES; i++) {
      Color color = Palette.series(i);
      String bright = hex(Palette.faint(color, BRIGHTER));
      rules.append(color("fill", color, bright)).append(color("stroke", color, bright));
      String faint = ".chart [stroke=\"%s\"]".formatted(hex(Palette.faint(color, Chart.FAINT)));
      rules.append("%s { stroke: %s; stroke-opacity: .35 }\n".formatted(faint, bright));
    }
    return rules.toString();
  }

  private static String color(String attribute, Color color, String becomes) {
    return ".chart [%s=\"%s\"] { %s: %s }\n".formatted(attribute, hex(color), attribute, becomes);
  }

  static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xffffff);
  }
}
