package dev.figment.classifier;

import static dev.figment.UsageException.require;

import dev.figment.Progress;
import dev.figment.data.ImageSet;
import dev.figment.format.CacheFolder;
import dev.figment.metric.feature.FeatureExtractor;
import dev.figment.metric.feature.Features;
import dev.figment.nn.Shape;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The features of images, without a file of the user's: what an {@link ImageClassifier} that
 * learned from the real ones makes of an image before it decides, {@value ImageClassifier#FEATURES}
 * numbers after a ReLU.
 *
 * <p>It learns once from a set and is kept in the {@linkplain CacheFolder cache}, by a hash of the
 * set's examples and of how it learns. A tenth of them, drawn by a fixed seed, is kept back: how
 * often it is right about those is in the file's metadata, {@code figment.accuracy}.
 *
 * <p>Distances of its features are comparable where {@link #hash} is the same. The same set gives
 * other weights on another processor or with another number of threads, for rounding differs; to
 * compare numbers of two machines, copy the file into the cache of the other.
 */
public final class ClassifierExtractor implements FeatureExtractor {
  private static final int FEWEST = 10; // so that a tenth is an image

  private final ImageClassifier classifier;
  private final String set;
  private final String hash;

  private ClassifierExtractor(ImageClassifier classifier, ImageSet training) {
    this.classifier = classifier;
    this.set = training.name();
    this.hash = classifier.hash();
  }

  /**
   * The extractor of a set: as it was kept, or else it learns now, in about a minute on two cores.
   *
   * @param training the examples that a generator learns from
   * @param progress is told of its steps and loss, where it learns
   * @throws dev.figment.UsageException if there is nothing to learn: fewer than two classes, images
   *     smaller than 8×8 or larger than 128×128
   */
  public static ClassifierExtractor of(ImageSet training, Progress progress) {
    requireSomethingToLearn(training);
    return of(training, ImageClassifier.epochs(training), progress, CacheFolder.of("features"));
  }

  /**
   * @param folder null to keep nothing
   */
  static ClassifierExtractor of(
      ImageSet training, int epochs, Progress progress, @Nullable Path folder) {
    ClassifierFile file = folder == null ? null : ClassifierFile.of(folder, training, epochs);
    ImageClassifier kept = file == null ? null : file.read(training);
    ImageClassifier classifier = kept == null ? learn(training, epochs, progress, file) : kept;
    return new ClassifierExtractor(classifier, training);
  }

  private static void requireSomethingToLearn(ImageSet training) {
    require(
        training.classes().size() >= 2,
        "%s: expected a set with at least 2 classes for a classifier to learn, got %d. Take metrics"
            + " without a network (swd, ms-ssim, nearest), or give the file of an Inception"
            + " network.",
        training.name(),
        training.classes().size());
    require(
        training.size() >= FEWEST,
        "%s: expected at least %d images for a classifier to learn from, got %d",
        training.name(),
        FEWEST,
        training.size());
  }

  private static ImageClassifier learn(
      ImageSet training, int epochs, Progress progress, @Nullable ClassifierFile file) {
    int[] order =
        RandomStream.named("classifier/back", ClassifierTraining.SEED).order(training.size());
    int back = training.size() / 10;
    ImageSet learned = training.only(sorted(order, back, order.length));
    ImageClassifier classifier = ImageClassifier.train(learned, epochs, progress);
    if (file != null) {
      file.write(classifier, classifier.confusion(training.only(sorted(order, 0, back))));
    }
    return classifier;
  }

  private static int[] sorted(int[] order, int from, int to) {
    int[] part = Arrays.copyOfRange(order, from, to);
    Arrays.sort(part);
    return part;
  }

  @Override
  public String kind() {
    return "classifier";
  }

  /** The first twelve digits of the SHA-256 of its weights. */
  @Override
  public String hash() {
    return hash;
  }

  @Override
  public boolean isInception() {
    return false;
  }

  @Override
  public void requireFit(Shape image) {
    require(
        image.equals(classifier.input()),
        "features: expected images of %s, from which the classifier of %s learned, got %s",
        classifier.input(),
        set,
        image);
  }

  @Override
  public Features of(Tensor pixels) {
    return classifier.features(pixels);
  }

  /** The classifier itself, to ask for classes; it is closed with this. */
  public ImageClassifier classifier() {
    return classifier;
  }

  @Override
  public void close() {
    classifier.close();
  }
}
