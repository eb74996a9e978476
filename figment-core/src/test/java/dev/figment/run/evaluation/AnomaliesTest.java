package dev.figment.run.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.DataException;
import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.metric.RocAuc;
import dev.figment.run.Run;
import dev.figment.run.Settings;
import dev.figment.run.Tiny;
import dev.figment.run.TinyCodecs;
import dev.figment.run.projection.Projected;
import dev.figment.run.projection.Projection;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnomaliesTest {
  @TempDir private static Path folder;
  private static Path bars;
  private static Path all;

  @BeforeAll
  static void train() {
    bars =
        TinyCodecs.train(
            folder.resolve("bars"),
            TinyCodecs.autoencoder(folder)
                .with("data.classes", List.of("bars"))
                .with("train.steps", 400));
    all = TinyCodecs.train(folder.resolve("all"), TinyCodecs.vae(folder));
  }

  private static Run open(Path path) {
    return Run.open(path, Settings.DEFAULT);
  }

  /** A black image, a white one, and two of the test split. */
  private static ImageSet images(Run run) {
    byte[] bytes = new byte[4 * 64];
    Arrays.fill(bytes, 64, 128, (byte) 255);
    run.data(Split.TEST).copyBytes(3, bytes, 128);
    run.data(Split.TEST).copyBytes(7, bytes, 192);
    return ImageSet.ofBytes("images", run.trained().form().shape(), List.of(), new int[4], bytes);
  }

  @Test
  void the_strangest_image_comes_first() {
    try (Run run = open(bars)) {
      Anomalies found = Anomalies.of(run, images(run), Progress.NONE);
      assertThat(found.scores().name()).isEqualTo("mse");
      assertThat(found.ranking()).startsWith(1).containsExactlyInAnyOrder(0, 1, 2, 3);
      double[] scores = found.scores().values();
      assertThat(found.ranking().stream().map(i -> -scores[i])).isSorted();
    }
  }

  @Test
  void percentiles_are_among_the_test_split() {
    try (Run run = open(bars)) {
      Anomalies found = Anomalies.of(run, images(run), Progress.NONE);
      assertThat(found.reference()).hasSize(10);
      assertThat(found.missing()).isNull();
      assertThat(found.percentile(1)).isEqualTo(100);
      assertThat(found.percentile(2)).isBetween(0.0, 100.0);
      assertThat(found.reference()[3]).isCloseTo(found.scores().values()[2], within(1e-7));
    }
  }

  @Test
  void without_a_test_split_there_are_scores_and_the_reason() {
    Path path = folder.resolve("no-test");
    String train = folder.resolve("pictures/train").toString();
    TinyCodecs.train(path, TinyCodecs.autoencoder(folder).with("data.set", train));
    try (Run run = open(path);
        Run other = open(bars)) {
      Anomalies found = Anomalies.of(run, images(other), Progress.NONE);
      assertThat(found.percentile(0)).isNull();
      assertThat(found.missing()).contains("there is no test split");
      assertThat(found.ranking()).hasSize(4);
    }
  }

  @Test
  void a_variational_autoencoder_scores_by_the_negative_elbo() {
    try (Run run = open(all)) {
      Anomalies found = Anomalies.of(run, images(run), Progress.NONE);
      assertThat(found.scores().name()).isEqualTo("-elbo");
      assertThat(found.ranking()).startsWith(1);
      assertThat(found.scores().values()[1]).isGreaterThan(64 * Math.log(2));
    }
  }

  @Test
  void one_class_is_told_from_the_other_and_beside_pca() {
    try (Run run = open(bars)) {
      OneClass result = OneClass.of(run, "bars", Progress.NONE);
      assertThat(result.hasSeenOnlyNormal()).isTrue();
      assertThat(result.components()).isEqualTo(6);
      OneClass.Against slants = result.against().get(0);
      assertThat(result.against()).hasSize(1);
      assertThat(slants.anomalous()).isEqualTo("slants");
      assertThat(slants.examples()).isEqualTo(10);
      assertThat(slants.pcaAuc()).isEqualTo(1);
      assertThat(slants.auc()).isGreaterThan(0.9);
      assertThat(result.all().auc()).isEqualTo(slants.auc());
      assertThat(result.all().anomalous()).isEqualTo("all others");
    }
  }

  @Test
  void the_area_is_that_of_the_scores_of_the_two_classes() {
    try (Run run = open(all)) {
      OneClass result = OneClass.of(run, "slants", Progress.NONE);
      ImageSet test = run.data(Split.TEST);
      double[] scores = Scoring.of(run, Projection.ANOGAN).of(test, Progress.NONE).values();
      double[] slants =
          IntStream.range(0, 20)
              .filter(i -> test.label(i) == 1)
              .mapToDouble(i -> scores[i])
              .toArray();
      double[] others =
          IntStream.range(0, 20)
              .filter(i -> test.label(i) == 0)
              .mapToDouble(i -> scores[i])
              .toArray();
      assertThat(result.all().auc()).isEqualTo(RocAuc.of(slants, others));
      assertThat(result.hasSeenOnlyNormal()).isFalse();
      assertThat(result.learned()).containsExactly("bars", "slants");
      assertThat(result.components()).isEqualTo(2);
    }
  }

  @Test
  void a_class_that_the_set_does_not_have_is_refused_with_those_that_it_has() {
    try (Run run = open(all)) {
      assertThatThrownBy(() -> OneClass.of(run, "slant", Progress.NONE))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("no class slant")
          .hasMessageContaining("bars, slants");
    }
  }

  @Test
  void a_model_that_has_to_be_told_classes_is_refused() {
    Path told = folder.resolve("told");
    TinyCodecs.train(told, TinyCodecs.vae(folder).with("model.vae.labelUnits", 2));
    try (Run run = open(told)) {
      assertThatThrownBy(() -> OneClass.of(run, "bars", Progress.NONE))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              told
                  + ": expected a model that finds anomalies by itself, got one (tiny-vae) that has"
                  + " to be told the class of each image. Train one that is not told.");
    }
  }

  @Test
  void a_gan_scores_by_the_loss_of_its_projection() {
    Path gan = Tiny.train(folder.resolve("gan"), Tiny.recipe(folder.resolve("for-gan")));
    Projection few = Projection.ANOGAN.withSteps(10);
    try (Run run = open(gan);
        Run other = open(bars)) {
      ImageSet images = images(other);
      Anomalies found = Anomalies.of(run, images, few, 4, Progress.NONE);
      Projected projected = few.of(run.trained(), images, Progress.NONE);
      assertThat(found.scores().name()).isEqualTo("anogan");
      assertThat(found.scores().values()).isEqualTo(projected.losses());
      assertThat(found.images().reconstructions()).isEqualTo(projected.images().reconstructions());
      assertThat(found.missing()).contains("there is no test split");
    }
  }

  @Test
  void as_many_examples_are_taken_as_are_asked_for_from_all_of_the_split() {
    try (Run run = open(bars)) {
      Anomalies found = Anomalies.of(run, images(run), Projection.ANOGAN, 5, Progress.NONE);
      double[] all = Anomalies.of(run, images(run), Progress.NONE).reference();
      assertThat(found.reference()).containsExactly(all[0], all[2], all[4], all[6], all[8]);
      OneClass some = OneClass.of(run, "bars", Projection.ANOGAN, 4, Progress.NONE);
      assertThat(some.all().examples()).isEqualTo(2);
      assertThatThrownBy(() -> OneClass.of(run, "bars", Projection.ANOGAN, 1, Progress.NONE))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "examples: expected some of bars and of others, got 1 of one kind alone. Take more.");
    }
  }
}
