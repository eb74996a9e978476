package dev.figment.classifier;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.metric.Estimate;

/**
 * What generated images are worth as examples: a classifier learns from them, with the classes that
 * were asked for as labels, and is tried on real test images. Its accuracy falls where classes are
 * mixed up, where they lack variety, and where they look unreal; the same classifier taught by as
 * many real images is the mark to compare with.
 *
 * @see <a href="https://arxiv.org/abs/1905.10887">Ravuri and Vinyals 2019</a> (they train a
 *     ResNet-50 on ImageNet; ours is an {@link ImageClassifier}, so that scores of other programs
 *     are not comparable)
 */
public final class ClassificationAccuracyScore {
  private ClassificationAccuracyScore() {}

  /**
   * The share of real test images that are classified rightly, in [0, 1].
   *
   * @param generated labeled with what was asked
   * @param test real images that the generator has not learned from, in the same classes
   * @param progress is told of the steps and the loss of the classifier
   * @throws dev.figment.UsageException if there are fewer than two classes, or the test images are
   *     of another shape or of other classes
   */
  public static Estimate of(ImageSet generated, ImageSet test, Progress progress) {
    return of(generated, test, ImageClassifier.epochs(generated), progress);
  }

  static Estimate of(ImageSet generated, ImageSet test, int epochs, Progress progress) {
    requireSame(generated, test);
    try (ImageClassifier classifier = ImageClassifier.train(generated, epochs, progress)) {
      return ClassShare.share(classifier.confusion(test));
    }
  }

  /** Before a minute of learning, not after it. */
  private static void requireSame(ImageSet generated, ImageSet test) {
    UsageException.require(
        generated.shape().equals(test.shape()) && generated.classes().equals(test.classes()),
        "classification accuracy score: expected test images as the generated ones, %s in classes"
            + " %s, got %s in classes %s",
        generated.shape(),
        generated.classes(),
        test.shape(),
        test.classes());
  }
}
