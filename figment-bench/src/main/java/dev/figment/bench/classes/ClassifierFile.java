package dev.figment.bench.classes;

import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.format.Safetensors;
import dev.figment.format.SafetensorsWriter;
import dev.figment.nn.Parameters;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A classifier that learned before, so that it need not again.
 *
 * @param file safetensors; null to keep none
 */
record ClassifierFile(Path file) {
  private static final String LEARNED = "figment.learned";

  boolean isThere() {
    return file != null && Files.exists(file);
  }

  /** What a classifier comes from, in words. */
  private static String origin(ImageSet learned, int epochs) {
    return "%d epochs of %s (%s)".formatted(epochs, learned.name(), learned.fingerprint());
  }

  void write(ImageClassifier classifier, ImageSet learned, int epochs) {
    if (file == null) {
      return;
    }
    SafetensorsWriter writer = new SafetensorsWriter().metadata(LEARNED, origin(learned, epochs));
    parameters(classifier)
        .byName()
        .forEach((name, tensor) -> writer.put(name, tensor.shape(), tensor.toArray()));
    writer.write(file);
  }

  /**
   * Gives a classifier the weights of the file.
   *
   * @throws UsageException if they come from other examples or epochs
   */
  void read(ImageClassifier classifier, ImageSet learned, int epochs) {
    Safetensors kept = Safetensors.read(file);
    String expected = origin(learned, epochs);
    String got = kept.metadata().getOrDefault(LEARNED, "none of ours");
    UsageException.require(
        got.equals(expected),
        "--classifier %s: expected a classifier from %s, got one from %s. Name another file, or"
            + " delete this one.",
        file,
        expected,
        got);
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      parameters(classifier)
          .byName()
          .forEach((name, tensor) -> tensor.copyFrom(Tensor.of(kept.floats(name), tensor.shape())));
    }
  }

  private static Parameters parameters(ImageClassifier classifier) {
    return classifier.networks().get(0).parameters();
  }
}
