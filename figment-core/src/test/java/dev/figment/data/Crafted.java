package dev.figment.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files for the tests of the readers, made byte by byte. */
public final class Crafted {
  private Crafted() {}

  /** An IDX file of unsigned bytes: 0, 0, 8, the sizes, the bytes. */
  public static byte[] idx(int[] sizes, byte... bytes) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + bytes.length);
    file.putInt(0x0800 + sizes.length);
    for (int size : sizes) {
      file.putInt(size);
    }
    return file.put(bytes).array();
  }

  public static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  public static Path write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  /** A PNG of one color. */
  public static byte[] png(int width, int height, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, rgb);
    }
    return encoded(image, "png");
  }

  public static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  /** Nothing but the header of a PNG, which declares this size. */
  public static byte[] pngHeader(int width, int height) throws IOException {
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes())
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(header);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeLong(0x89504e470d0a1a0aL);
    data.writeInt(13);
    data.write(header);
    data.writeInt((int) sum.getValue());
    data.writeInt(1000);
    data.writeBytes("IDAT");
    return bytes.toByteArray();
  }

  public static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  /** A zip of one entry that is not compressed. */
  public static Path stored(Path file, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(entry);
      zip.write(bytes);
    }
    return file;
  }

  /** A zip of one stored entry that its directory lists once more, under a name as long. */
  public static Path overlapping(Path file, String name, String again, byte[] bytes)
      throws IOException {
    stored(file, name, bytes);
    String whole = Files.readString(file, ISO_8859_1);
    int directory = whole.indexOf("PK\1\2");
    int end = whole.indexOf("PK\5\6");
    String listed = whole.substring(directory, end);
    byte[] tail = whole.substring(end).getBytes(ISO_8859_1);
    ByteBuffer.wrap(tail)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(8, (short) 2)
        .putShort(10, (short) 2)
        .putInt(12, 2 * listed.length());
    return Files.writeString(
        file,
        whole.substring(0, end) + listed.replace(name, again) + new String(tail, ISO_8859_1),
        ISO_8859_1);
  }

  /** The same file with a name in it, and in its directory, replaced by one as long. */
  public static Path renamed(Path zip, String from, String to) throws IOException {
    String bytes = new String(Files.readAllBytes(zip), ISO_8859_1);
    return Files.write(zip, bytes.replace(from, to).getBytes(ISO_8859_1));
  }

  /** A tar as ustar has it: headers of 512 bytes, contents padded, two blocks of zeros. */
  public static byte[] tar(Map<String, byte[]> entries) {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    entries.forEach((name, bytes) -> tarEntry(tar, name, '0', bytes));
    tar.writeBytes(new byte[1024]);
    return tar.toByteArray();
  }

  /** One entry, of a kind: 0 a file, L a long name for the next, x notes on the next, 2 a link. */
  public static void tarEntry(ByteArrayOutputStream tar, String name, char kind, byte[] bytes) {
    byte[] header = new byte[512];
    put(header, 0, name.getBytes(UTF_8));
    put(header, 100, "0000644\0".getBytes(UTF_8));
    put(header, 124, "%011o\0".formatted(bytes.length).getBytes(UTF_8));
    put(header, 148, "        ".getBytes(UTF_8));
    header[156] = (byte) kind;
    put(header, 257, "ustar\00000".getBytes(UTF_8));
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum).getBytes(UTF_8));
    tar.writeBytes(header);
    tar.writeBytes(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
  }

  private static void put(byte[] block, int at, byte[] bytes) {
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  /** A chunk of a PNG: length, name, data and checksum. */
  public static byte[] pngChunk(String name, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(name.getBytes(UTF_8)).put(data);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) sum.getValue()).array();
  }

  /** A PNG with a chunk more, behind its header. */
  public static byte[] withChunk(byte[] png, byte[] chunk) {
    ByteBuffer all = ByteBuffer.allocate(png.length + chunk.length);
    int header = 8 + 25;
    return all.put(png, 0, header).put(chunk).put(png, header, png.length - header).array();
  }

  /** EXIF that says how the camera was held, and nothing else. */
  public static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put("MM\0*".getBytes(UTF_8))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }
}
