package dev.figment.bench.fuzz;

import dev.figment.data.ExampleForm;
import dev.figment.data.set.ImageSets;
import dev.figment.format.Npy;
import dev.figment.format.Safetensors.Entry;
import dev.figment.format.SafetensorsWriter;
import dev.figment.metric.feature.FeatureSource;
import dev.figment.metric.feature.FeatureStatistics;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.train.ExpectedTensors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Whole files, small, made in code: what is damaged afterwards. */
final class Seeds {
  static final int CIFAR_RECORDS = 2;

  private static final int CIFAR_RECORD = 1 + 3 * 32 * 32;

  private Seeds() {}

  /** What writes a file gives its bytes. */
  private static byte[] bytesOf(Consumer<Path> writer) {
    try {
      Path file = Files.createTempDirectory("figment-fuzz").resolve("whole");
      writer.accept(file);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      Files.delete(file.getParent());
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<byte[]> safetensors() {
    SafetensorsWriter some =
        new SafetensorsWriter()
            .metadata("made", "by hand")
            .put("a.weight", new long[] {2, 3}, new float[6])
            .put("a.bias", new long[] {2}, new float[2])
            .put("steps", new long[0], new long[] {7})
            .put("none", Entry.of(new long[] {0, 4}, new double[0]));
    return List.of(bytesOf(some::write), bytesOf(new SafetensorsWriter()::write));
  }

  /** Weights of small models, as a checkpoint has them, all zero. */
  static List<byte[]> models() {
    return Stream.of("glyphs-dcgan", "plane-linear-autoencoder", "ring-gan")
        .map(Seeds::model)
        .toList();
  }

  private static byte[] model(String name) {
    Recipe recipe = Recipes.named(name).withAbout("");
    ExampleForm form = ImageSets.formOf(recipe.data(), null);
    SafetensorsWriter writer = new SafetensorsWriter();
    metadata(recipe, form).forEach(writer::metadata);
    ExpectedTensors.of(recipe.model().architectures(form))
        .shapes()
        .forEach(
            (tensor, shape) ->
                writer.put(
                    tensor,
                    shape,
                    new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)]));
    return bytesOf(writer::write);
  }

  private static Map<String, String> metadata(Recipe recipe, ExampleForm form) {
    String sizes =
        Arrays.stream(form.shape().sizes())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    String classes =
        form.classes().stream()
            .map(each -> '"' + each + '"')
            .collect(Collectors.joining(",", "[", "]"));
    return Map.of(
        "figment.recipe",
        recipe.toYaml(),
        "figment.example",
        sizes,
        "figment.classes",
        classes,
        "figment.range",
        form.range().toString(),
        "figment.moment",
        "{\"step\":6,\"epoch\":1.5,\"images\":36}");
  }

  static byte[] state() {
    return utf8(
        """
        {"format": 1, "step": 6, "images": 30, "position": 30, "seconds": 0.25, "threads": 1,
         "data": "24 of 8×8×1, checksum 1a2b3c4d",
         "streams": {"dropout": 12345, "init": -6789, "latent": 0},
         "optimizers": {"discriminator": 6, "generator": 6},
         "unreported": {"loss/generator": {"sum": 0.5, "count": 2}}}
        """);
  }

  static byte[] manifest() {
    return utf8(
        """
        {"state.json": {"size": 500, "sha256": "%1$s"},
         "training.safetensors": {"size": 20, "sha256": "%1$s"},
         "weights.safetensors": {"size": 30, "sha256": "%1$s"}}
        """
            .formatted("0123456789abcdef".repeat(4)));
  }

  /** A checkpoint of which one file is damaged. */
  static Path checkpointFolder() {
    try {
      Path folder = Files.createTempDirectory("figment-fuzz").resolve("step-00000006");
      Files.createDirectories(folder);
      Files.write(folder.resolve("state.json"), state());
      Files.write(folder.resolve("manifest.json"), manifest());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<byte[]> features() {
    FeatureSource source = new FeatureSource("pixels", "0123abcd", "24 of 8×8×1");
    double[] mean = {0.5, 0.25};
    double[] scatter = {2, 1, 1, 3};
    return List.of(bytesOf(new FeatureStatistics(source, 24, mean, scatter)::write));
  }

  static List<byte[]> npy() {
    return Stream.of(new long[] {2, 3}, new long[] {6}, new long[] {1, 2, 3})
        .map(shape -> bytesOf(new Npy(shape, new float[6])::write))
        .toList();
  }

  static List<byte[]> recipes() {
    return Recipes.names().stream().map(Recipes::text).map(Seeds::utf8).toList();
  }

  static List<byte[]> png() {
    return SeedImages.png();
  }

  static List<byte[]> jpeg() {
    return SeedImages.jpeg();
  }

  static List<byte[]> webp() {
    return SeedImages.webp();
  }

  static List<byte[]> written(String format) {
    return SeedImages.written(format);
  }

  /** Class folders, stored and packed. */
  static List<byte[]> zips() {
    return List.of(zip(ZipEntry.STORED), zip(ZipEntry.DEFLATED));
  }

  private static byte[] zip(int method) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] image = png().get(0);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("a/1.png", "a/2.png", "b/1.png")) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setSize(image.length);
        entry.setCompressedSize(method == ZipEntry.STORED ? image.length : -1);
        entry.setCrc(crc(image));
        zip.putNextEntry(entry);
        zip.write(image);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Two images of 4×3, plain and packed. */
  static List<byte[]> idx() {
    byte[] plain =
        ByteBuffer.allocate(16 + 2 * 12)
            .put(new byte[] {0, 0, 8, 3})
            .putInt(2)
            .putInt(4)
            .putInt(3)
            .array();
    return List.of(plain, gzip(plain));
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Path idxLabels() {
    try {
      Path file = Files.createTempDirectory("figment-fuzz").resolve("labels.idx");
      return Files.write(file, new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 0, 1});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] cifar() {
    return new byte[CIFAR_RECORDS * CIFAR_RECORD];
  }
}
