package dev.figment.bench.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Whole images of 8×8 pixels, in the kinds of each format. */
final class SeedImages {
  private static final int SIDE = 8;

  private SeedImages() {}

  static List<byte[]> png() {
    return written("png");
  }

  /** Gray, color and indexed, as far as a format has them. */
  static List<byte[]> written(String format) {
    return IntStream.of(
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_USHORT_GRAY)
        .mapToObj(type -> plain(format, type))
        .filter(bytes -> bytes.length > 0)
        .toList();
  }

  private static BufferedImage drawn(int type) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, type);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, 0xff000000 | i * 0x040302);
    }
    return image;
  }

  /** Empty where the format has no such kind. */
  private static byte[] plain(String format, int type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(drawn(type), format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** In one scan and in several, in gray and in color. */
  static List<byte[]> jpeg() {
    List<byte[]> all = new ArrayList<>();
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR}) {
      all.add(jpeg(type, ImageWriteParam.MODE_DISABLED));
      all.add(jpeg(type, ImageWriteParam.MODE_DEFAULT));
    }
    return all;
  }

  private static byte[] jpeg(int type, int progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(progressive);
      writer.setOutput(out);
      writer.write(null, new IIOImage(drawn(type), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Lossy, lossless, and lossy with an alpha channel: Java has no writer of its own. */
  static List<byte[]> webp() {
    return Stream.of(
            "UklGRkIAAABXRUJQVlA4IDYAAADwAQCdASoIAAgAAsBMJbACdLoAArl9WmgA/vXxcD83/fTkzC/dneDaoVOiP/OJ"
                + "7e55FNulAAA=",
            "UklGRjYAAABXRUJQVlA4TCkAAAAvB8ABALkyRPQ/duUvf/Q/DGTSNlVS/0J7TcEYDwJJW7ztjwk43zreewA=",
            "UklGRnAAAABXRUJQVlA4WAoAAAAQAAAABwAABwAAQUxQSBMAAAABD/Cy/4iIIJBNvvytk4jof8gAAFZQOCA2AAAA"
                + "0AEAnQEqCAAIAAOAWiWwAnQBDrsFjgAA/vNUI2xC5m9R/TztL17H5XSP/ny0/EPvp6/QAAAA")
        .map(Base64.getDecoder()::decode)
        .toList();
  }
}
