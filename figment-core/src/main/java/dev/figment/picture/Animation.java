package dev.figment.picture;

import static dev.figment.UsageException.require;

import dev.figment.format.Apng;
import dev.figment.format.Gif;
import dev.figment.format.Png;
import dev.figment.format.Rgb;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pictures that follow one another, each with a few words below it if wanted. Immutable: each
 * setting gives a new animation.
 *
 * <pre>{@code
 * Animation.empty()
 *     .add(Path.of("fakes-000500.png"), "step 500 · 64.0 kimg")
 *     .add(Path.of("fakes-001000.png"), "step 1000 · 128.0 kimg")
 *     .write(Path.of("progress.gif"));
 * }</pre>
 */
public final class Animation {
  private static final double TEXT_SIZE = 13;
  private static final int BAND = 24;

  private final List<Frame> frames;
  private final Duration delay;
  private final Duration lastDelay;

  /** A picture and the words below it; no words, no room for them. */
  private record Frame(BufferedImage image, String caption) {}

  private Animation(List<Frame> frames, Duration delay, Duration lastDelay) {
    this.frames = frames;
    this.delay = delay;
    this.lastDelay = lastDelay;
  }

  /** An animation without frames; 200 milliseconds each, the last one 2 seconds. */
  public static Animation empty() {
    return new Animation(List.of(), Duration.ofMillis(200), Duration.ofSeconds(2));
  }

  /** Adds a frame without words. */
  public Animation add(BufferedImage image) {
    return add(image, "");
  }

  /** Adds a frame with words below it, which need fonts. */
  public Animation add(BufferedImage image, String caption) {
    List<Frame> more = new ArrayList<>(frames);
    more.add(new Frame(image, caption));
    return new Animation(List.copyOf(more), delay, lastDelay);
  }

  /**
   * Adds a PNG file with words below it.
   *
   * @throws dev.figment.DataException if the file holds no picture
   * @throws dev.figment.DiskException if the file cannot be read
   */
  public Animation add(Path png, String caption) {
    return add(Png.read(png), caption);
  }

  /** How long a frame is shown, and the last one: 20 ms to 10 minutes. */
  public Animation delays(Duration each, Duration last) {
    return new Animation(frames, each, last);
  }

  /**
   * Writes GIF (256 colors) or animated PNG (all colors), as the file's ending says.
   *
   * @throws dev.figment.UsageException if there are no frames, they differ in size, or the file
   *     ends otherwise
   * @throws dev.figment.DiskException if the file cannot be written
   * @throws dev.figment.FigmentException if there are words and this system has no fonts
   */
  public void write(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    require(
        name.endsWith(".gif") || name.endsWith(".png"),
        "animation: expected a file that ends in .gif or .png, got %s",
        file);
    if (name.endsWith(".gif")) {
      Gif.of(images()).delay(delay).lastDelay(lastDelay).write(file);
    } else {
      Apng.of(images()).delay(delay).lastDelay(lastDelay).write(file);
    }
  }

  /** If one frame has words, all have room for them. */
  private List<BufferedImage> images() {
    boolean silent = frames.stream().allMatch(frame -> frame.caption.isEmpty());
    return frames.stream().map(frame -> silent ? frame.image : captioned(frame)).toList();
  }

  private static BufferedImage captioned(Frame frame) {
    BufferedImage image = Rgb.of(frame.image);
    BufferedImage larger = Rgb.blank(image.getWidth(), image.getHeight() + BAND);
    Graphics2D pen = larger.createGraphics();
    pen.setColor(Palette.MOUNT);
    pen.fillRect(0, 0, larger.getWidth(), larger.getHeight());
    pen.drawImage(image, 0, 0, null);
    pen.setColor(Palette.INK);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    double width = Fonts.width(frame.caption, TEXT_SIZE, false);
    double fit = Math.min(1, (larger.getWidth() - 8) / Math.max(1, width));
    pen.setFont(Fonts.sans(TEXT_SIZE * fit, false));
    float left = (float) ((larger.getWidth() - width * fit) / 2);
    pen.drawString(frame.caption, left, larger.getHeight() - 8);
    pen.dispose();
    return larger;
  }
}
