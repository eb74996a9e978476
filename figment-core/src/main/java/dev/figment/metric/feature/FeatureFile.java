package dev.figment.metric.feature;

import dev.figment.ModelFileException;
import dev.figment.UsageException;
import dev.figment.format.Safetensors;
import dev.figment.format.Safetensors.Entry;
import dev.figment.format.SafetensorsWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
    Safetensors tensors = Safetensors.read(file);
    requireVersion(file, tensors.metadata().get(FORMAT));
    FeatureSource source =
        new FeatureSource(
            word(file, tensors, "extractor"),
            word(file, tensors, "extractorHash"),
            word(file, tensors, "set"));
    int count = count(file, word(file, tensors, "count"));
    if (!word(file, tensors, "checksum").equals(checksum(source, count, tensors.entries()))) {
      throw damaged(file, "its checksum is wrong");
    }
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
          file, VERSION, version);
    }
  }

  private static String word(Path file, Safetensors tensors, String key) {
    String word = tensors.metadata().get(key);
    if (word == null) {
      throw damaged(file, "it has no " + key);
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
