package dev.figment.format;

import static dev.figment.UsageException.require;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;

/**
 * An animation as PNG, looping for ever, in all its colors; a viewer that knows no animated PNG
 * shows the first frame. Immutable: each setting gives a new one.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a> (whole frames only)
 */
public final class Apng {
  private static final int SIGNATURE = 8;
  private static final int IHDR = SIGNATURE + 25;

  private final List<BufferedImage> frames;
  private final Duration delay;
  private final Duration lastDelay;

  private Apng(List<BufferedImage> frames, Duration delay, Duration lastDelay) {
    this.frames = frames;
    this.delay = delay;
    this.lastDelay = lastDelay;
  }

  /**
   * An animation of these frames, 100 milliseconds each.
   *
   * @throws dev.figment.UsageException if there are none, or they differ in size
   */
  public static Apng of(List<BufferedImage> frames) {
    Gif.requireOneSize("apng", frames);
    Duration delay = Duration.ofMillis(100);
    return new Apng(frames.stream().map(Rgb::of).toList(), delay, delay);
  }

  /** How long each frame is shown: 1 to 65,535 milliseconds. */
  public Apng delay(Duration delay) {
    requireDelay(delay);
    return new Apng(frames, delay, delay);
  }

  /** How long the last frame is shown instead; to be set after {@link #delay}. */
  public Apng lastDelay(Duration delay) {
    requireDelay(delay);
    return new Apng(frames, this.delay, delay);
  }

  private static void requireDelay(Duration delay) {
    require(
        delay.toMillis() >= 1 && delay.toMillis() <= 0xffff,
        "apng: delay must be from 1 to 65535 ms, got %d",
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
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int number = 0;
    for (int i = 0; i < frames.size(); i++) {
      byte[] png = Png.bytes(frames.get(i));
      if (i == 0) {
        out.write(png, 0, IHDR);
        out.writeBytes(chunk("acTL", ByteBuffer.allocate(8).putInt(frames.size()).array()));
      }
      out.writeBytes(chunk("fcTL", control(number++, i == frames.size() - 1 ? lastDelay : delay)));
      byte[] pixels = pixels(png);
      if (i == 0) {
        out.writeBytes(chunk("IDAT", pixels));
      } else {
        ByteBuffer numbered = ByteBuffer.allocate(4 + pixels.length);
        out.writeBytes(chunk("fdAT", numbered.putInt(number++).put(pixels).array()));
      }
    }
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  /** The whole picture, after so many milliseconds replaced by the next one. */
  private byte[] control(int number, Duration delay) {
    return ByteBuffer.allocate(26)
        .putInt(number)
        .putInt(frames.get(0).getWidth())
        .putInt(frames.get(0).getHeight())
        .putLong(0)
        .putShort((short) delay.toMillis())
        .putShort((short) 1000)
        .array();
  }

  /** What all IDAT chunks of a PNG hold together. */
  private static byte[] pixels(byte[] png) {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.wrap(png, SIGNATURE, png.length - SIGNATURE);
    while (in.hasRemaining()) {
      byte[] data = new byte[in.getInt()];
      byte[] type = new byte[4];
      in.get(type).get(data).getInt();
      if (new String(type, StandardCharsets.US_ASCII).equals("IDAT")) {
        pixels.writeBytes(data);
      }
    }
    return pixels.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) sum.getValue()).array();
  }
}
