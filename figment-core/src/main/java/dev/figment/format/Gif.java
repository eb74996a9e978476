package dev.figment.format;

import static dev.figment.UsageException.require;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An animation as GIF, looping for ever, in at most 256 colors that all frames share. Immutable:
 * each setting gives a new one.
 *
 * <pre>{@code
 * Gif.of(frames).delay(Duration.ofMillis(200)).lastDelay(Duration.ofSeconds(2)).write(file);
 * }</pre>
 */
public final class Gif {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final byte[] FOR_EVER = {1, 0, 0};

  private final List<BufferedImage> frames;
  private final Duration delay;
  private final Duration lastDelay;

  private Gif(List<BufferedImage> frames, Duration delay, Duration lastDelay) {
    this.frames = frames;
    this.delay = delay;
    this.lastDelay = lastDelay;
  }

  /**
   * An animation of these frames, 100 milliseconds each.
   *
   * @throws dev.figment.UsageException if there are none, or they differ in size
   */
  public static Gif of(List<BufferedImage> frames) {
    requireOneSize("gif", frames);
    Duration delay = Duration.ofMillis(100);
    return new Gif(frames.stream().map(Rgb::of).toList(), delay, delay);
  }

  static void requireOneSize(String format, List<BufferedImage> frames) {
    require(!frames.isEmpty(), "%s: expected at least one frame", format);
    BufferedImage first = frames.get(0);
    for (BufferedImage frame : frames) {
      require(
          frame.getWidth() == first.getWidth() && frame.getHeight() == first.getHeight(),
          "%s: expected frames of %d×%d as the first one, got %d×%d",
          format,
          first.getHeight(),
          first.getWidth(),
          frame.getHeight(),
          frame.getWidth());
    }
  }

  /** How long each frame is shown: 20 ms to 10 minutes, in steps of 10 ms. */
  public Gif delay(Duration delay) {
    requireDelay(delay);
    return new Gif(frames, delay, delay);
  }

  /** How long the last frame is shown instead; to be set after {@link #delay}. */
  public Gif lastDelay(Duration delay) {
    requireDelay(delay);
    return new Gif(frames, this.delay, delay);
  }

  private static void requireDelay(Duration delay) {
    require(
        delay.toMillis() >= 20 && delay.toMinutes() < 10,
        "gif: delay must be from 20 ms (browsers slow down faster ones) to 10 minutes, got %d ms",
        delay.toMillis());
  }

  /**
   * Writes the animation.
   *
   * @throws dev.figment.DiskException if the file cannot be written
   */
  public void write(Path file) {
    AtomicFile.write(file, bytes());
  }

  private byte[] bytes() {
    SharedPalette palette = SharedPalette.of(frames);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames.size(); i++) {
        BufferedImage frame = palette.apply(frames.get(i));
        writer.writeToSequence(new IIOImage(frame, null, metadata(writer, frame, i)), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private IIOMetadata metadata(ImageWriter writer, BufferedImage frame, int index)
      throws IOException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    root.appendChild(control(index == frames.size() - 1 ? lastDelay : delay));
    if (index == 0) {
      root.appendChild(loop());
    }
    metadata.setFromTree(FORMAT, root);
    return metadata;
  }

  private static IIOMetadataNode control(Duration delay) {
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", String.valueOf(delay.toMillis() / 10));
    control.setAttribute("transparentColorIndex", "0");
    return control;
  }

  private static IIOMetadataNode loop() {
    IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(FOR_EVER);
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(extension);
    return extensions;
  }
}
