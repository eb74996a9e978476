package dev.figment.classifier;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.latent.Points;
import dev.figment.metric.feature.Features;
import dev.figment.nn.Activation;
import dev.figment.nn.Architecture;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Dense;
import dev.figment.nn.Dropout;
import dev.figment.nn.Flatten;
import dev.figment.nn.Layer;
import dev.figment.nn.MaxPooling2d;
import dev.figment.nn.Network;
import dev.figment.nn.Padding;
import dev.figment.nn.Pass;
import dev.figment.nn.Shape;
import dev.figment.tensor.Device;
import dev.figment.tensor.Gradients;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A small convolutional network that tells the classes of images from 8×8 to 128×128, gray or
 * color.
 *
 * <p>Convolutions of 3×3 and the largest of 2×2 take turns, with 32, 64 and from then on 128
 * filters, while the shorter side is at least 8; where it is 64 or more, the first is of 5×5 and
 * takes every second place. Then 128 numbers, and one for each class. ReLU after each but the last,
 * dropout before the last two. It learns from pixels in [0, 1] by Adam at 1e-3, in batches of 128.
 *
 * <p>The same set gives the same weights where processor, number of threads and libraries are the
 * same: rounding differs between others, and training spreads the difference.
 */
public final class ImageClassifier implements AutoCloseable {
  /** How many numbers it makes of an image before it decides. */
  public static final int FEATURES = 128;

  private static final int SMALLEST = 8;
  private static final int LARGE = 64;
  private static final int LARGEST = 128;
  private static final int PART = 250; // images at once: at 128×128 their values take 0.2 GB

  private final Network network;
  private final List<String> classes;
  private final int head;

  private ImageClassifier(Network network, List<String> classes) {
    this.network = network;
    this.classes = classes;
    this.head = network.architecture().layers().size() - 1;
  }

  /** One that learns from a set, for as long as its size asks for; see {@link #epochs}. */
  public static ImageClassifier train(ImageSet set, Progress progress) {
    return train(set, epochs(set), progress);
  }

  /**
   * One that learns from a set.
   *
   * @param set with at least two classes
   * @param epochs how often it sees each image, at least once
   * @param progress is told of steps, and of the loss: the cross-entropy in nats
   * @throws dev.figment.UsageException if the set has no classes, or images that are too small or
   *     too large
   */
  public static ImageClassifier train(ImageSet set, int epochs, Progress progress) {
    ClassifierTraining training = new ClassifierTraining(architecture(set));
    return new ImageClassifier(training.learn(set, epochs, progress), set.classes());
  }

  /** As {@link #train} has it before the first step. */
  static ImageClassifier untrained(ImageSet set) {
    Network network = new ClassifierTraining(architecture(set)).networks().get(0);
    return new ImageClassifier(network, set.classes());
  }

  /**
   * Three, and for sets of fewer than 21,334 images as many as make 64,000 images shown, at most
   * 100.
   */
  public static int epochs(ImageSet set) {
    return ClassifierTraining.epochs(set.size());
  }

  /** What learns from a set. */
  static Architecture architecture(ImageSet set) {
    require(
        set.holdsBytes() && set.shape().rank() == 3,
        "classifier: expected images, got vectors of %s, of %s",
        set.shape(),
        set.name());
    int side = Math.min(set.shape().height(), set.shape().width());
    require(
        side >= SMALLEST && Math.max(set.shape().height(), set.shape().width()) <= LARGEST,
        "classifier: expected images from %d×%d to %d×%d, got %s, of %s",
        SMALLEST,
        SMALLEST,
        LARGEST,
        LARGEST,
        set.shape(),
        set.name());
    require(
        set.classes().size() >= 2,
        "classifier: expected a set with at least 2 classes to learn from, got %d, of %s",
        set.classes().size(),
        set.name());
    return architecture(set.shape(), set.classes().size());
  }

  private static Architecture architecture(Shape image, int classes) {
    List<Layer> layers = new ArrayList<>();
    int side = Math.min(image.height(), image.width());
    layers.add(side < LARGE ? convolution(32, 3, 1) : convolution(32, 5, 2));
    layers.add(new MaxPooling2d(2, 2, Padding.VALID));
    int filters = 64;
    for (side /= side < LARGE ? 2 : 4; side >= SMALLEST; side /= 2) {
      layers.add(convolution(filters, 3, 1));
      layers.add(new MaxPooling2d(2, 2, Padding.VALID));
      filters = 128;
    }
    layers.add(new Dropout(0.25));
    layers.add(new Flatten());
    layers.add(new Dense(FEATURES, Activation.RELU));
    layers.add(new Dropout(0.5));
    layers.add(new Dense(classes));
    return new Architecture("classifier", image, layers);
  }

  private static Conv2d convolution(int filters, int kernel, int stride) {
    return new Conv2d(filters, kernel, stride, Padding.SAME).withActivation(Activation.RELU);
  }

  /** The shape of an image that it takes. */
  public Shape input() {
    return network.input();
  }

  /** The names of the classes that it tells. */
  public List<String> classes() {
    return classes;
  }

  /**
   * What it makes of images: the {@value #FEATURES} numbers before the last layer, none below 0,
   * and the logits of the classes.
   *
   * @param pixels (images, channels, height, width), 0 to 255, not rounded
   */
  public Features features(Tensor pixels) {
    int count = Math.toIntExact(pixels.size(0));
    float[] vectors = new float[count * FEATURES];
    float[] logits = new float[count * classes.size()];
    for (int start = 0; start < count; start += PART) {
      try (Scope scope = Scope.open();
          Gradients.Paused paused = Gradients.pause()) {
        Tensor part = pixels.narrow(0, start, Math.min(PART, count - start));
        Tensor hidden = network.applyPart(0, head, part.times(1 / 255.0), Pass.inference());
        copy(hidden, vectors, start * FEATURES);
        copy(network.applyLayer(head, hidden, Pass.inference()), logits, start * classes.size());
      }
    }
    return new Features(new Points(vectors, FEATURES), new Points(logits, classes.size()));
  }

  private static void copy(Tensor rows, float[] target, int offset) {
    float[] values = rows.toArray();
    System.arraycopy(values, 0, target, offset, values.length);
  }

  /**
   * What it takes the images of a set for; their labels are asked, not looked at.
   *
   * @throws dev.figment.UsageException if the set has other images, or other classes
   */
  public Confusion confusion(ImageSet asked) {
    requireSame(asked);
    int[] seen = new int[asked.size()];
    for (int start = 0; start < seen.length; start += PART) {
      float[] part = seen(asked, start, Math.min(seen.length, start + PART));
      for (int i = 0; i < part.length; i++) {
        seen[start + i] = (int) part[i];
      }
    }
    return Confusion.of(asked.classes(), asked.labels(), seen);
  }

  private void requireSame(ImageSet asked) {
    require(
        asked.shape().equals(input()),
        "%s: expected images of %s, from which the classifier learned, got %s",
        asked.name(),
        input(),
        asked.shape());
    require(
        asked.classes().equals(classes),
        "%s: expected the classes that the classifier learned (%s), got %s",
        asked.name(),
        String.join(", ", classes),
        asked.classes().isEmpty() ? "none" : String.join(", ", asked.classes()));
  }

  private float[] seen(ImageSet set, int start, int end) {
    try (Scope scope = Scope.open();
        Gradients.Paused paused = Gradients.pause()) {
      Batch batch = Batch.of(set, Range.ZERO_TO_ONE, start, end, Device.CPU);
      return network.apply(batch.examples(), Pass.inference()).argmax(1).toFloats().toArray();
    }
  }

  Network network() {
    return network;
  }

  /** What tells its weights from all others. */
  String hash() {
    return WeightHash.of(network.parameters());
  }

  @Override
  public void close() {
    network.close();
  }
}
