package dev.figment.classifier;

import static dev.figment.classifier.SomeGlyphs.TEST;
import static dev.figment.classifier.SomeGlyphs.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.Batch;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.format.Safetensors;
import dev.figment.metric.feature.FeatureExtractor;
import dev.figment.metric.feature.FeatureExtractorContract;
import dev.figment.metric.feature.Features;
import dev.figment.nn.Shape;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Device;
import dev.figment.tensor.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassifierExtractorTest extends FeatureExtractorContract {
  /** So few that learning takes a moment. */
  private static final ImageSet FEW = TRAIN.only(IntStream.range(0, 300).toArray());

  @TempDir private static Path cache;
  private static ClassifierExtractor extractor;

  private final List<Integer> steps = new ArrayList<>();
  private final Progress progress = (task, done, value) -> steps.add(done);

  @BeforeAll
  static void learn() {
    Backend.threads(1);
    extractor = ClassifierExtractor.of(FEW, 2, Progress.NONE, cache);
  }

  @AfterAll
  static void close() {
    extractor.close();
  }

  @Override
  protected FeatureExtractor extractor() {
    return extractor;
  }

  @Override
  protected Shape takes() {
    return Shape.image(28, 28, 1);
  }

  @Override
  protected Shape refuses() {
    return Shape.image(32, 32, 3);
  }

  @Test
  void features_are_128_numbers_after_a_relu_and_logits_one_for_each_class() {
    Features features = features(extractor);
    assertThat(features.vectors().size()).isEqualTo(128);
    assertThat(features.logits().size()).isEqualTo(10);
    for (float each : features.vectors().values()) {
      assertThat(each).isNotNegative();
    }
  }

  @Test
  void the_largest_logit_is_the_class_that_the_classifier_tells() {
    Features features = features(extractor);
    int[][] counts = new int[10][10];
    for (int i = 0; i < 20; i++) {
      counts[TEST.label(i)][largest(features.logits().row(i))]++;
    }
    ImageSet first = TEST.only(IntStream.range(0, 20).toArray());
    assertThat(extractor.classifier().confusion(first).counts()).isDeepEqualTo(counts);
  }

  private static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private static Features features(FeatureExtractor extractor) {
    try (Scope scope = Scope.open()) {
      Batch batch = Batch.of(TEST, Range.ZERO_TO_ONE, 0, 20, Device.CPU);
      return extractor.of(batch.examples().times(255));
    }
  }

  @Test
  void a_classifier_that_was_kept_learns_nothing_and_sees_the_same() {
    try (ClassifierExtractor again = ClassifierExtractor.of(FEW, 2, progress, cache)) {
      assertThat(steps).isEmpty();
      assertThat(again.hash()).isEqualTo(extractor.hash());
      assertThat(features(again).vectors().values())
          .isEqualTo(features(extractor).vectors().values());
    }
  }

  @Test
  void its_file_says_what_it_learned_and_how_often_it_is_right() {
    assertThat(Safetensors.read(onlyFile()).metadata())
        .containsEntry("figment.hash", extractor.hash())
        .containsEntry(
            "figment.learned",
            "classifier 1, seed 1, 2 epochs, classes 0, 1, 2, 3, 4, 5, 6, 7, 8, 9; "
                + FEW.fingerprint())
        .hasEntrySatisfying(
            "figment.accuracy",
            said -> assertThat(said).matches("[01]\\.\\d{4} of 30 images kept back"));
  }

  private static Path onlyFile() {
    return files(cache).get(0);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void another_order_or_other_classes_are_another_file(@TempDir Path folder) {
    ImageSet turned = FEW.only(IntStream.range(0, 300).map(i -> 299 - i).toArray());
    ImageSet renamed = renamed(FEW);
    for (ImageSet each : List.of(FEW, turned, renamed)) {
      ClassifierExtractor.of(each, 1, Progress.NONE, folder).close();
    }
    assertThat(files(folder)).hasSize(3);
  }

  private static ImageSet renamed(ImageSet set) {
    byte[] pixels = new byte[set.size() * set.shape().count()];
    for (int i = 0; i < set.size(); i++) {
      set.copyBytes(i, pixels, i * set.shape().count());
    }
    List<String> letters = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    return ImageSet.ofBytes("letters", set.shape(), letters, set.labels(), pixels);
  }

  @Test
  void a_damaged_file_is_made_anew(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(onlyFile());
    byte[] flipped = whole.clone();
    flipped[whole.length - 100] ^= 1;
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    for (byte[] damaged : List.of(flipped, cut, new byte[0])) {
      Path file = folder.resolve(onlyFile().getFileName());
      Files.write(file, damaged);
      steps.clear();
      try (ClassifierExtractor again = ClassifierExtractor.of(FEW, 2, progress, folder)) {
        assertThat(steps).isNotEmpty();
        assertThat(again.hash()).isEqualTo(extractor.hash());
      }
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void a_file_of_another_set_under_its_name_is_made_anew(@TempDir Path folder) throws IOException {
    ImageSet others = TRAIN.only(IntStream.range(300, 600).toArray());
    ClassifierExtractor.of(others, 2, Progress.NONE, folder).close();
    Files.move(files(folder).get(0), folder.resolve(onlyFile().getFileName()));
    ClassifierExtractor.of(FEW, 2, progress, folder).close();
    assertThat(steps).isNotEmpty();
  }

  @Test
  void without_a_cache_it_learns_and_keeps_nothing(@TempDir Path folder) {
    try (ClassifierExtractor made = ClassifierExtractor.of(FEW, 2, progress, null)) {
      assertThat(steps).isNotEmpty();
      assertThat(made.hash()).isEqualTo(extractor.hash());
    }
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void a_cache_that_cannot_be_written_does_not_end_it(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    try (ClassifierExtractor made = ClassifierExtractor.of(FEW, 2, Progress.NONE, file)) {
      assertThat(made.hash()).isEqualTo(extractor.hash());
    }
  }

  @Test
  void a_set_without_classes_is_refused_with_the_ways_out() {
    assertThatThrownBy(() -> ClassifierExtractor.of(SomeGlyphs.unlabeled(), Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "photos: expected a set with at least 2 classes for a classifier to learn, got 0. Take"
                + " metrics without a network (swd, ms-ssim, nearest), or give the file of an"
                + " Inception network.");
  }

  @Test
  void a_single_class_is_refused_too() {
    ImageSet fives = TRAIN.onlyClasses(List.of("5"));
    assertThatThrownBy(() -> ClassifierExtractor.of(fives, Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "glyphs: expected a set with at least 2 classes for a classifier to learn, got 1.");
  }

  @Test
  void too_few_images_are_refused() {
    ImageSet nine = TRAIN.only(IntStream.range(0, 9).toArray());
    assertThatThrownBy(() -> ClassifierExtractor.of(nine, Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage("glyphs: expected at least 10 images for a classifier to learn from, got 9");
  }
}
