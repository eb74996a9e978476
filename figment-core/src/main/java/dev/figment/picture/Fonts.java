package dev.figment.picture;

import dev.figment.ExitCode;
import dev.figment.FigmentException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;

/** The one typeface of all pictures, and how much room words take in it. */
public final class Fonts {
  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  private Fonts() {}

  /**
   * Makes sure that words can be drawn.
   *
   * @throws FigmentException if this system has no fonts at all
   */
  public static void requireSome() {
    width("figment", 12, false);
  }

  static Font sans(double size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
  }

  /**
   * How wide a line of text is.
   *
   * @throws FigmentException if this system has no fonts at all
   */
  static double width(String text, double size, boolean bold) {
    try {
      Rectangle2D bounds = sans(size, bold).getStringBounds(text, SMOOTH);
      return bounds.getWidth();
    } catch (InternalError | LinkageError | RuntimeException e) {
      throw new FigmentException(
          ExitCode.USAGE,
          "fonts: expected at least one on this system for the words in the picture, got none."
              + " Install fontconfig and a font: on Debian and Ubuntu"
              + " `apt-get install fontconfig fonts-dejavu-core`.",
          e);
    }
  }
}
