package dev.figment.picture;

import dev.figment.UsageException;
import dev.figment.format.Png;
import dev.figment.format.Rgb;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures side by side, brought to the height of the tallest, each under its name. Immutable: each
 * picture gives a new row. Needs fonts.
 */
public final class PictureRow {
  private static final int GAP = 16;
  private static final int TEXT_SIZE = 14;
  private static final int LINE = 24;

  private record Named(String name, BufferedImage picture) {}

  private final List<Named> pictures;

  private PictureRow(List<Named> pictures) {
    this.pictures = pictures;
  }

  /** Without pictures yet. */
  public static PictureRow empty() {
    return new PictureRow(List.of());
  }

  /** Adds a picture, to the right of the last. */
  public PictureRow add(String name, BufferedImage picture) {
    List<Named> more = new ArrayList<>(pictures);
    more.add(new Named(name, picture));
    return new PictureRow(List.copyOf(more));
  }

  public boolean isEmpty() {
    return pictures.isEmpty();
  }

  /**
   * Writes the row as PNG.
   *
   * @throws dev.figment.DiskException if the file cannot be written
   * @throws dev.figment.FigmentException if this system has no fonts
   */
  public void writePng(Path file) {
    Png.write(toImage(), file);
  }

  /**
   * The row as a picture.
   *
   * @throws UsageException if it has none
   */
  public BufferedImage toImage() {
    UsageException.require(!isEmpty(), "pictures side by side: expected one at least, got none");
    int height = pictures.stream().mapToInt(each -> each.picture.getHeight()).max().orElseThrow();
    int width = GAP + pictures.stream().mapToInt(each -> room(each, height) + GAP).sum();
    BufferedImage row = Rgb.blank(width, LINE + height + 2 * GAP);
    Graphics2D pen = row.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Palette.PAPER);
    pen.fillRect(0, 0, row.getWidth(), row.getHeight());
    pen.setColor(Palette.INK);
    pen.setFont(Fonts.sans(TEXT_SIZE, false));
    int x = GAP;
    for (Named each : pictures) {
      pen.drawString(each.name, x, GAP + TEXT_SIZE);
      place(pen, each.picture, x, height);
      x += room(each, height) + GAP;
    }
    pen.dispose();
    return row;
  }

  private static int room(Named each, int height) {
    int words = (int) Math.ceil(Fonts.width(each.name, TEXT_SIZE, false));
    return Math.max(words, width(each.picture, height));
  }

  private static int width(BufferedImage picture, int height) {
    return Math.max(1, Math.round((float) picture.getWidth() * height / picture.getHeight()));
  }

  /** Pixels stay squares where each becomes so many. */
  private static void place(Graphics2D pen, BufferedImage picture, int x, int height) {
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        height % picture.getHeight() == 0
            ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
            : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture, x, GAP + LINE, width(picture, height), height, null);
  }
}
