package dev.figment.classifier;

import dev.figment.DiskException;
import dev.figment.ModelFileException;
import dev.figment.data.ImageSet;
import dev.figment.format.CacheFolder;
import dev.figment.format.Safetensors;
import dev.figment.format.SafetensorsFile;
import dev.figment.format.SafetensorsWriter;
import dev.figment.format.Sha256;
import dev.figment.nn.Network;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import dev.figment.train.ExpectedTensors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A classifier that learned before, so that it need not again: a safetensors file, named by a
 * SHA-256 of all that its weights depend on but the machine. Its metadata say from what it learned,
 * how often it is right, and the hash of the weights; what does not agree with them is damaged.
 *
 * @param folder where it is kept
 * @param origin what it comes from, in words
 */
record ClassifierFile(Path folder, String origin) {
  private static final Logger LOG = LoggerFactory.getLogger(ClassifierFile.class);
  private static final String LEARNED = "figment.learned";
  private static final String ACCURACY = "figment.accuracy";
  private static final String HASH = "figment.hash";

  /** Of a classifier that learns from a set. */
  static ClassifierFile of(Path folder, ImageSet set, int epochs) {
    String origin =
        "classifier %d, seed %d, %d epochs, classes %s; %s"
            .formatted(
                ClassifierTraining.VERSION,
                ClassifierTraining.SEED,
                epochs,
                String.join(", ", set.classes()),
                set.fingerprint());
    return new ClassifierFile(folder, origin);
  }

  Path path() {
    String key = Sha256.of(origin.getBytes(StandardCharsets.UTF_8));
    return folder.resolve("classifier-" + key + ".safetensors");
  }

  /**
   * The classifier of a set; null where there is none, or a damaged one, of which a warning tells.
   */
  @Nullable ImageClassifier read(ImageSet set) {
    if (!Files.isRegularFile(path())) {
      return null;
    }
    try {
      return read(SafetensorsFile.open(path()), set);
    } catch (ModelFileException | DiskException e) {
      LOG.warn("{}: the classifier learns anew ({})", path(), e.getMessage());
      return null;
    }
  }

  private ImageClassifier read(SafetensorsFile kept, ImageSet set) {
    requireSaid(kept.metadata(), LEARNED, origin);
    ExpectedTensors.of(ImageClassifier.architecture(set))
        .requireIn(kept, "It is of another version.");
    ImageClassifier made = ImageClassifier.untrained(set);
    try {
      fill(made.network(), kept.read());
      requireSaid(kept.metadata(), HASH, made.hash());
      return made;
    } catch (RuntimeException e) {
      made.close();
      throw e;
    }
  }

  private static void requireSaid(Map<String, String> metadata, String key, String expected) {
    String got = metadata.getOrDefault(key, "nothing");
    if (!got.equals(expected)) {
      throw new ModelFileException("%s: expected %s, got %s", key, expected, got);
    }
  }

  private static void fill(Network network, Safetensors kept) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      network
          .parameters()
          .byName()
          .forEach((name, tensor) -> tensor.copyFrom(Tensor.of(kept.floats(name), tensor.shape())));
    }
  }

  /**
   * Keeps a classifier; where that fails, a warning says so.
   *
   * @param seen what it took images for that it did not learn from
   */
  void write(ImageClassifier classifier, Confusion seen) {
    SafetensorsWriter writer =
        new SafetensorsWriter()
            .metadata(LEARNED, origin)
            .metadata(ACCURACY, accuracy(seen))
            .metadata(HASH, classifier.hash());
    classifier
        .network()
        .parameters()
        .byName()
        .forEach((name, tensor) -> writer.put(name, tensor.shape(), tensor.toArray()));
    try {
      writer.write(path());
    } catch (DiskException e) {
      LOG.warn(
          "the classifier is not kept for the next time ({}). Name another folder in {}, or off.",
          e.getMessage(),
          CacheFolder.VARIABLE);
    }
  }

  private static String accuracy(Confusion seen) {
    return String.format(
        Locale.ROOT, "%.4f of %d images kept back", seen.accuracy(), seen.images());
  }
}
