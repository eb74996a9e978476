package dev.figment.bench.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.data.DataRecipe;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import dev.figment.recipe.Recipe;
import dev.figment.recipe.Recipes;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.tensor.Backend;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassAccuracyTest {
  private static final Settings HERE = Settings.DEFAULT;
  private static final ImageSet LEARNED = some(Split.TRAIN, 1024);
  private static final ImageSet TEST = some(Split.TEST, 500);
  private static ImageClassifier classifier;

  @TempDir private Path folder;

  private static ImageSet some(Split split, int count) {
    ImageSet all = ImageSets.open(DataRecipe.of("glyphs").withSplit(split), null);
    return all.only(IntStream.range(0, count).toArray());
  }

  @BeforeAll
  static void learn() {
    Backend.threads(1);
    classifier = new ImageClassifier(LEARNED.shape(), 10);
    classifier.learn(LEARNED, 3);
  }

  @AfterAll
  static void close() {
    classifier.close();
  }

  @Test
  void the_classifier_tells_test_images_far_better_than_chance() {
    assertThat(classifier.confusion(TEST).accuracy()).isGreaterThan(0.6);
  }

  @Test
  void a_generator_that_shows_real_images_of_the_class_is_as_accurate_as_the_classifier() {
    AskedImages real = classes -> realImages(classes);
    ImageSet shown = real.of("real", ExampleForm.of(TEST, Range.ZERO_TO_ONE), 30);
    ImageSet asItIs = TEST.only(firstOfEach(shown.labels()));
    Confusion measured = classifier.confusion(shown);
    assertThat(measured.counts()).isDeepEqualTo(classifier.confusion(asItIs).counts());
    assertThat(measured.accuracy()).isCloseTo(classifier.confusion(TEST).accuracy(), within(0.1));
  }

  @Test
  void a_generator_that_does_not_listen_is_right_about_as_often_as_chance() {
    AskedImages deaf = classes -> realImages(new Random(1).ints(classes.length, 0, 10).toArray());
    ImageSet shown = deaf.of("deaf", ExampleForm.of(TEST, Range.ZERO_TO_ONE), 100);
    assertThat(classifier.confusion(shown).accuracy()).isCloseTo(0.1, within(0.04));
  }

  private static byte[] realImages(int[] classes) {
    ImageSet chosen = TEST.only(firstOfEach(classes));
    byte[] pixels = new byte[chosen.size() * chosen.shape().count()];
    for (int i = 0; i < chosen.size(); i++) {
      chosen.copyBytes(i, pixels, i * chosen.shape().count());
    }
    return pixels;
  }

  /** Test images of these classes, from the first on, over again where they end. */
  private static int[] firstOfEach(int[] classes) {
    int[] given = new int[10];
    return IntStream.of(classes).map(each -> numbered(each, given[each]++)).toArray();
  }

  private static int numbered(int label, int which) {
    int[] members = IntStream.range(0, TEST.size()).filter(i -> TEST.label(i) == label).toArray();
    return members[which % members.length];
  }

  @Test
  void an_untrained_run_is_right_about_as_often_as_chance() {
    try (Run run = trained(briefly("mnist-conditional-gan"))) {
      AskedImages.requireFit("digits", run.trained(), LEARNED);
      ImageSet drawn = AskedImages.drawnBy(run.trained(), 1).of("drawn", run.trained().form(), 20);
      assertThat(drawn.size()).isEqualTo(200);
      assertThat(classifier.confusion(drawn).accuracy()).isCloseTo(0.1, within(0.1));
    }
  }

  @Test
  void a_run_that_knows_no_classes_is_refused() {
    try (Run run = trained(briefly("glyphs-dcgan"))) {
      assertThatThrownBy(() -> AskedImages.requireFit("digits", run.trained(), LEARNED))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "digits: expected a model that can be asked for a class, got one that knows none."
                  + " Train mnist-conditional-gan or mnist-acgan, for instance.");
    }
  }

  @Test
  void a_run_of_other_classes_is_refused() {
    try (Run run = trained(briefly("mnist-conditional-gan").with("data.classes", "[0, 1]"))) {
      assertThatThrownBy(() -> AskedImages.requireFit("digits", run.trained(), LEARNED))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "digits: expected the classes of glyphs (0, 1, 2, 3, 4, 5, 6, 7, 8, 9), got 0, 1."
                  + " Choose the set that the run learned from with --set.");
    }
  }

  @Test
  void a_run_of_other_images_is_refused() {
    try (Run run = trained(briefly("mnist-conditional-gan"))) {
      ImageSet shapes = ImageSets.open(DataRecipe.of("shapes"), null);
      assertThatThrownBy(() -> AskedImages.requireFit("digits", run.trained(), shapes))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "digits: expected images of 32×32×3, as the classifier of shapes knows them,"
                  + " got 28×28×1. Choose the set that the run learned from with --set.");
    }
  }

  /** On digits that Figment draws, for a step. */
  private static Recipe briefly(String name) {
    return Recipes.named(name)
        .with("data.set", "glyphs")
        .with("train.batch", 4)
        .with("train.steps", 1)
        .with("watch.snapshots.grid", "1x1");
  }

  private Run trained(Recipe recipe) {
    Run run = Run.create(folder.resolve("run"), recipe, HERE);
    run.train();
    return run;
  }

  @Test
  void a_classifier_that_was_kept_sees_the_same() {
    ClassifierFile file = new ClassifierFile(folder.resolve("kept.safetensors"));
    file.write(classifier, LEARNED, 3);
    try (ImageClassifier again = new ImageClassifier(LEARNED.shape(), 10)) {
      file.read(again, LEARNED, 3);
      assertThat(again.confusion(TEST).counts()).isDeepEqualTo(classifier.confusion(TEST).counts());
    }
  }

  @Test
  void a_classifier_that_was_kept_of_other_epochs_is_refused() {
    ClassifierFile file = new ClassifierFile(folder.resolve("kept.safetensors"));
    file.write(classifier, LEARNED, 3);
    String from = "epochs of glyphs (" + LEARNED.fingerprint() + ")";
    assertThatThrownBy(() -> file.read(classifier, LEARNED, 2))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--classifier %s: expected a classifier from 2 %s, got one from 3 %s. Name another"
                + " file, or delete this one.",
            file.file(), from, from);
  }
}
