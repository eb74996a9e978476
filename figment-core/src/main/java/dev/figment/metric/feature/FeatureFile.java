package dev.figment.metric.feature;

import dev.figment.ModelFileException;
import dev.figment.PlainText;
import dev.figment.UsageException;
import dev.figment.format.Dtype;
import dev.figment.format.Safetensors;
import dev.figment.format.Safetensors.Entry;
import dev.figment.format.SafetensorsFile;
import dev.figment.format.SafetensorsFile.Form;
import dev.figment.format.SafetensorsWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A safetensors file of features. Its metadata: {@code featureFormat}, the version of this format;
 * {@code extractor}, {@code extractorHash} and {@code set}, the {@link FeatureSource}; {@code
 * count}, how many images; {@code checksum}, a CRC-32C of all that and of the tensors.
 *
 * <p>Version 1: {@code mean} and {@code scatter} of {@link FeatureStatistics}; where a set's
 * features are kept, {@code vectors} and {@code logits} too.
 *
 * @param tensors by their names
 */
record FeatureFile(FeatureStatistics statistics, Safetensors tensors) {
  static final int VERSION = 1;

  private static final String FORMAT = "featureFormat";
  private static final Set<String> TENSORS = Set.of("mean", "scatter", "vectors", "logits");

  static void write(Path file, FeatureStatistics statistics, Map<String, Entry> others) {
    Map<String, Entry> entries = new TreeMap<>(statistics.entries());
    entries.putAll(others);
    FeatureSource source = statistics.source();
    SafetensorsWriter writer =
        new SafetensorsWriter()
            .metadata(FORMAT, String.valueOf(VERSION))
            .metadata("extractor", source.extractor())
            .metadata("extractorHash", source.hash())
            .metadata("set", source.set())
            .metadata("count", String.valueOf(statistics.count()))
            .metadata("checksum", checksum(source, statistics.count(), entries));
    entries.forEach(writer::put);
    writer.write(file);
  }

  /**
   * @throws ModelFileException if it is damaged, or of another version
   */
  static FeatureFile read(Path file) {
    SafetensorsFile opened = SafetensorsFile.open(file);
    requireVersion(file, opened.metadata().get(FORMAT));
    FeatureSource source =
        new FeatureSource(
            word(opened, "extractor"), word(opened, "extractorHash"), word(opened, "set"));
    int count = count(file, word(opened, "count"));
    requireForms(opened);
    Safetensors tensors = opened.read();
    if (!word(opened, "checksum").equals(checksum(source, count, tensors.entries()))) {
      throw damaged(file, "its checksum is wrong");
    }
    requireFinite(file, tensors);
    return new FeatureFile(statistics(file, source, count, tensors), tensors);
  }

  private static void requireVersion(Path file, @Nullable String version) {
    if (version == null) {
      throw new ModelFileException(
          "%s: expected features of images, got another kind of safetensors file (no %s)",
          file, FORMAT);
    }
    if (!version.equals(String.valueOf(VERSION))) {
      throw new ModelFileException(
          "%s: expected features of version %d, got version %s. Compute them again.",
          file, VERSION, PlainText.name(version));
    }
  }

  /** A mean, a square of as many rows, and no other tensors than those of a version. */
  private static void requireForms(SafetensorsFile file) {
    Form mean = file.form("mean");
    Form scatter = file.form("scatter");
    long size = mean.shape().length == 1 ? mean.shape()[0] : -1;
    boolean fit =
        mean.dtype() == Dtype.F64
            && scatter.dtype() == Dtype.F64
            && Arrays.equals(scatter.shape(), new long[] {size, size});
    if (!fit || !TENSORS.containsAll(file.names())) {
      throw damaged(
          file.path(), "mean %s and scatter %s do not fit together".formatted(mean, scatter));
    }
  }

  private static void requireFinite(Path file, Safetensors tensors) {
    tensors
        .entries()
        .forEach(
            (name, entry) -> {
              DoubleStream numbers =
                  entry.dtype() == Dtype.F64
                      ? Arrays.stream(tensors.doubles(name))
                      : stream(tensors.floats(name));
              if (!numbers.allMatch(Double::isFinite)) {
                throw damaged(file, name + " has numbers that are not finite");
              }
            });
  }

  private static DoubleStream stream(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
  }

  private static String word(SafetensorsFile file, String key) {
    String word = file.metadata().get(key);
    if (word == null) {
      throw damaged(file.path(), "it has no " + key);
    }
    return word;
  }

  private static int count(Path file, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw damaged(file, "its count is no number");
    }
  }

  private static FeatureStatistics statistics(
      Path file, FeatureSource source, int count, Safetensors tensors) {
    try {
      return FeatureStatistics.of(source, count, tensors);
    } catch (UsageException e) { // sizes that do not fit together
      throw damaged(file, String.valueOf(e.getMessage()));
    }
  }

  private static ModelFileException damaged(Path file, String how) {
    return new ModelFileException(
        "%s: the features are damaged: %s. Delete the file, or compute them again.", file, how);
  }

  private static String checksum(FeatureSource source, int count, Map<String, Entry> entries) {
    CRC32C checksum = new CRC32C();
    String words = "%s %s %s %d".formatted(source.extractor(), source.hash(), source.set(), count);
    checksum.update(words.getBytes(StandardCharsets.UTF_8));
    new TreeMap<>(entries)
        .forEach(
            (name, entry) -> {
              checksum.update(name.getBytes(StandardCharsets.UTF_8));
              checksum.update(entry.data());
            });
    return "%08x".formatted(checksum.getValue());
  }
}
