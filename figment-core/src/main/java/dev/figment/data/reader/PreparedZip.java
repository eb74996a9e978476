package dev.figment.data.reader;

import dev.figment.data.image.Image;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import dev.figment.format.Rgb;
import dev.figment.format.Sha256;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The zip that a {@link Preparation} writes: stored entries, since PNG files do not get smaller,
 * all of one date, so that the same images make the same bytes.
 *
 * @param labels of the images, in their order
 * @param classes empty where there are none
 */
record PreparedZip(List<Integer> labels, List<String> classes) {
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final JsonMapper JSON = new JsonMapper();

  /** Has the images as PNG files. */
  interface Source {
    void giveTo(InOrder.Taker<byte[]> taker) throws IOException;
  }

  /** Writes all of them, then their labels. */
  void write(FileChannel channel, Source images) throws IOException {
    ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
    images.giveTo((i, png) -> put(zip, name(i), png));
    put(zip, LabelFile.NAME, JSON.writeValueAsString(labelFile()).getBytes(StandardCharsets.UTF_8));
    zip.finish();
    zip.flush();
  }

  /** {@code 00012/img00012345.png}: a thousand in each folder. */
  static String name(int index) {
    String digits = "%08d".formatted(index);
    return "%s/img%s.png".formatted(digits.substring(0, 5), digits);
  }

  private Map<String, Object> labelFile() {
    Map<String, Object> file = new LinkedHashMap<>();
    if (classes.isEmpty()) {
      file.put("labels", null);
      return file;
    }
    List<List<Object>> pairs = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      pairs.add(List.of(name(i), labels.get(i)));
    }
    file.put("labels", pairs);
    file.put("classes", classes);
    return file;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(DATE);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  static byte[] png(Image image) {
    if (image.channels() == 1) {
      return Png.bytes(GrayImage.of(image.width(), image.height(), image.bytes()));
    }
    BufferedImage picture = Rgb.blank(image.width(), image.height());
    byte[] bytes = image.bytes();
    int[] packed = new int[image.width() * image.height()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] =
          (bytes[3 * i] & 0xff) << 16 | (bytes[3 * i + 1] & 0xff) << 8 | bytes[3 * i + 2] & 0xff;
    }
    picture.setRGB(0, 0, image.width(), image.height(), packed, 0, image.width());
    return Png.bytes(picture);
  }

  /** The same for images of the same pixels alone. */
  static String digest(Image image) {
    return Sha256.of(image.shape(), Sha256.of(image.bytes()));
  }
}
