package dev.figment.classifier;

import static dev.figment.classifier.SomeGlyphs.TEST;
import static dev.figment.classifier.SomeGlyphs.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.metric.Estimate;
import dev.figment.nn.Conv2d;
import dev.figment.nn.Shape;
import dev.figment.tensor.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageClassifierTest {
  private static final int EPOCHS = 8;
  private static final List<Double> TOLD = new ArrayList<>();
  private static ImageClassifier classifier;

  @BeforeAll
  static void learn() {
    Backend.threads(1);
    classifier = ImageClassifier.train(TRAIN, EPOCHS, (task, done, value) -> TOLD.add(value));
  }

  @AfterAll
  static void close() {
    classifier.close();
  }

  @Test
  void it_learns_digits_in_seconds() {
    assertThat(classifier.confusion(TEST).accuracy()).isGreaterThan(0.8);
  }

  @Test
  void its_steps_and_its_loss_are_told() {
    assertThat(TOLD).hasSize(EPOCHS * (TRAIN.size() / 128));
    assertThat(TOLD.get(TOLD.size() - 1)).isLessThan(0.5 * TOLD.get(0));
  }

  @Test
  void the_same_set_gives_the_same_weights() {
    ImageSet few = TRAIN.only(IntStream.range(0, 200).toArray());
    try (ImageClassifier one = ImageClassifier.train(few, 1, Progress.NONE);
        ImageClassifier other = ImageClassifier.train(few, 1, Progress.NONE)) {
      assertThat(other.hash()).isEqualTo(one.hash());
      assertThat(one.hash()).isNotEqualTo(classifier.hash());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8, 8, 1, 1",
    "28, 28, 1, 2",
    "32, 32, 3, 3",
    "64, 48, 3, 3",
    "64, 64, 3, 3",
    "128, 128, 3, 4"
  })
  void the_larger_the_images_the_more_convolutions(
      int height, int width, int channels, int convolutions) {
    Shape shape = Shape.image(height, width, channels);
    ImageSet set = black(shape, List.of("a", "b"));
    assertThat(ImageClassifier.architecture(set).layers().stream().filter(Conv2d.class::isInstance))
        .hasSize(convolutions);
  }

  @ParameterizedTest
  @CsvSource({"60000, 3", "21334, 3", "21333, 4", "2549, 26", "1000, 64", "24, 100"})
  void small_sets_are_seen_more_often(int images, int epochs) {
    ImageSet set =
        ImageSet.ofBytes(
            "dots", Shape.image(1, 1, 1), List.of(), new int[images], new byte[images]);
    assertThat(ImageClassifier.epochs(set)).isEqualTo(epochs);
  }

  @Test
  void images_of_other_sizes_are_refused() {
    refusedToTrain(
        black(Shape.image(4, 28, 1), List.of("a", "b")),
        "classifier: expected images from 8×8 to 128×128, got 4×28×1, of black");
    refusedToTrain(
        black(Shape.image(8, 256, 3), List.of("a", "b")),
        "classifier: expected images from 8×8 to 128×128, got 8×256×3, of black");
  }

  @Test
  void a_single_class_is_refused() {
    refusedToTrain(
        black(Shape.image(8, 8, 1), List.of("a")),
        "classifier: expected a set with at least 2 classes to learn from, got 1, of black");
  }

  @Test
  void vectors_are_refused() {
    refusedToTrain(
        ImageSet.ofFloats("points", Shape.vector(2), List.of(), new int[1], new float[2]),
        "classifier: expected images, got vectors of 2, of points");
  }

  private static ImageSet black(Shape shape, List<String> classes) {
    return ImageSet.ofBytes("black", shape, classes, new int[1], new byte[shape.count()]);
  }

  private static void refusedToTrain(ImageSet set, String message) {
    assertThatThrownBy(() -> ImageClassifier.train(set, Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void images_and_classes_that_it_has_not_learned_are_refused() {
    assertThatThrownBy(() -> classifier.confusion(black(Shape.image(8, 8, 1), TEST.classes())))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "black: expected images of 28×28×1, from which the classifier learned, got 8×8×1");
    assertThatThrownBy(() -> classifier.confusion(SomeGlyphs.unlabeled()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "photos: expected the classes that the classifier learned (0, 1, 2, 3, 4, 5, 6, 7, 8,"
                + " 9), got none");
  }

  @Test
  void real_images_of_a_class_are_taken_for_it_as_often_as_the_classifier_is_right() {
    ClassShare share = ClassShare.of(TEST, classifier);
    double p = classifier.confusion(TEST).accuracy();
    assertThat(share.share())
        .isEqualTo(new Estimate(p, Math.sqrt(p * (1 - p) / (TEST.size() - 1)), TEST.size()));
  }

  @Test
  void a_generator_that_does_not_listen_is_right_about_as_often_as_chance() {
    int[] others = IntStream.of(TEST.labels()).map(label -> (label * 7 + 3) % 10).toArray();
    byte[] pixels = new byte[TEST.size() * TEST.shape().count()];
    for (int i = 0; i < TEST.size(); i++) {
      TEST.copyBytes(i, pixels, i * TEST.shape().count());
    }
    ImageSet deaf = ImageSet.ofBytes("deaf", TEST.shape(), TEST.classes(), others, pixels);
    assertThat(ClassShare.of(deaf, classifier).share().mean()).isCloseTo(0, within(0.1));
  }

  @Test
  void of_no_image_there_is_no_share() {
    assertThatThrownBy(() -> ClassShare.of(TEST.only(), classifier))
        .isInstanceOf(UsageException.class)
        .hasMessage("class share: expected at least one image, got none");
  }
}
