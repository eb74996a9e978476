package dev.figment.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** The sets that recipes name, a few images of noise each, in the files that they come in. */
public final class SmallSets {
  private static final List<String> CIFAR =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
  private static final List<String> FLOWERS =
      List.of("daisy", "dandelion", "rose", "sunflower", "tulip");

  private SmallSets() {}

  /**
   * Writes all of them.
   *
   * @param train examples to learn from; of the test split there are half as many
   */
  public static void write(Path folder, int train) {
    try {
      for (String set : List.of("mnist", "fashion-mnist")) {
        idx(folder.resolve(set), "train", train);
        idx(folder.resolve(set), "t10k", train / 2);
      }
      zip(folder.resolve("cifar-10/cifar-10-train.zip"), CIFAR, train, 32, 32);
      zip(folder.resolve("cifar-10/cifar-10-test.zip"), CIFAR, train / 2, 32, 32);
      zip(folder.resolve("flowers/flowers.zip"), FLOWERS, train, 128, 128);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void idx(Path folder, String split, int count) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(split.hashCode());
    try (DataOutputStream images = gzip(folder.resolve(split + "-images-idx3-ubyte.gz"));
        DataOutputStream labels = gzip(folder.resolve(split + "-labels-idx1-ubyte.gz"))) {
      images.writeInt(0x803);
      labels.writeInt(0x801);
      labels.writeInt(count);
      for (int size : new int[] {count, 28, 28}) {
        images.writeInt(size);
      }
      byte[] pixels = new byte[count * 28 * 28];
      random.nextBytes(pixels);
      images.write(pixels);
      for (int i = 0; i < count; i++) {
        labels.writeByte(i % 10);
      }
    }
  }

  private static DataOutputStream gzip(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return new DataOutputStream(new GZIPOutputStream(out));
  }

  private static void zip(Path file, List<String> classes, int count, int width, int height)
      throws IOException {
    Files.createDirectories(file.getParent());
    Random random = new Random(file.getFileName().toString().hashCode());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < count; i++) {
        zip.putNextEntry(new ZipEntry("%s/%05d.png".formatted(classes.get(i % classes.size()), i)));
        zip.write(png(random, width, height));
        zip.closeEntry();
      }
    }
  }

  private static byte[] png(Random random, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, random.nextInt(0x1000000));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
