package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.model.Invertible;
import dev.figment.model.Stylist;
import dev.figment.nn.Shape;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.Trained;
import dev.figment.run.projection.Projected;
import dev.figment.run.projection.Projection;
import dev.figment.run.projection.Projection.Distance;
import dev.figment.tensor.Backend;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectionTest {
  private static final Projection FEW =
      Projection.DEFAULT.withSteps(10).withRestarts(2).withFeatureWeight(0.1);

  @TempDir private static Path folder;
  private static Path gan;

  @BeforeAll
  static void train() {
    gan = Tiny.train(folder.resolve("gan"), Tiny.recipe(folder));
  }

  static List<ModelCase> invertible() {
    return ModelCase.all().stream().filter(each -> !each.name().contains("classifier")).toList();
  }

  /** Once for all that is tested of it. */
  private static Path trained(ModelCase each) {
    Path path = folder.resolve(each.name());
    return Files.exists(path) ? path : Tiny.train(path, each.recipe());
  }

  private static ImageSet row(int... pixels) {
    return rows(pixels.length, pixels);
  }

  private static ImageSet rows(int width, int... pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    int[] labels = new int[bytes.length / width];
    return ImageSet.ofBytes("rows", Shape.image(1, width, 1), List.of(), labels, bytes);
  }

  private static ImageSet set(Samples samples) {
    int[] labels = new int[samples.count()];
    return ImageSet.ofBytes("made", samples.shape(), List.of(), labels, samples.pixels());
  }

  /** x = z0·(1, 1, 0) + z1·(0, 1, 2), at (0.2, 0.4, 1). */
  @Test
  void of_a_linear_generator_it_is_the_solution_of_least_squares() {
    Tensor weight = Tensor.of(new float[] {1, 0, 1, 1, 0, 2}, 3, 2);
    Trained trained = new ConstructedGenerator(2, z -> z.linear(weight, null)).trained(3, folder);
    Projected found = Projection.DEFAULT.of(trained, row(51, 102, 255), Progress.NONE);
    weight.close();
    // WᵀW = (2 1; 1 5) and Wᵀx = (0.6, 2.4), so z = (0.6·5 − 2.4, 2·2.4 − 0.6)/9
    assertThat(found.points()[0]).isCloseTo(0.6f / 9, within(1e-3f));
    assertThat(found.points()[1]).isCloseTo(4.2f / 9, within(1e-3f));
    double[] rest = {0.2 - 0.6 / 9, 0.4 - 4.8 / 9, 1 - 8.4 / 9};
    double least = Arrays.stream(rest).map(each -> each * each).sum();
    assertThat(found.residuals()[0]).isCloseTo(least, within(1e-5));
    assertThat(found.losses()).isEqualTo(found.residuals());
    assertThat(found.featureDistances()).isEmpty();
    assertThat(found.pointSize()).isEqualTo(2);
  }

  /**
   * Between the least and the largest of three pixels, the sum of distances is least at the middle.
   */
  @Test
  void by_absolute_distance_one_gray_for_all_is_the_median() {
    Trained trained = new ConstructedGenerator(1, z -> z.expand(z.size(0), 3)).trained(3, folder);
    Projected found =
        Projection.DEFAULT
            .withDistance(Distance.ABSOLUTE)
            .of(trained, row(0, 51, 255), Progress.NONE);
    assertThat(found.points()[0]).isCloseTo(0.2f, within(1e-2f));
    assertThat(found.residuals()[0]).isCloseTo(1, within(1e-2));
  }

  /** A wave that is highest, of 0.95, near 1.4; what begins left of −1.4 ends on a lower one. */
  @Test
  void restarts_find_what_a_single_descent_misses() {
    ConstructedGenerator wave =
        new ConstructedGenerator(
            1, z -> z.sin().times(z.square().times(-0.1).exp()).times(0.6).plus(0.5));
    Trained trained = wave.trained(1, folder);
    int[] pixels = new int[40];
    Arrays.fill(pixels, 255);
    ImageSet white = rows(1, pixels);
    Projection once = Projection.DEFAULT.withSteps(200).withRestarts(1);
    double[] single = once.of(trained, white, Progress.NONE).losses();
    double[] best = once.withRestarts(8).of(trained, white, Progress.NONE).losses();
    assertThat(Arrays.stream(single).max().orElseThrow()).isGreaterThan(0.1);
    assertThat(Arrays.stream(best).max().orElseThrow()).isLessThan(1e-3);
  }

  @Test
  void images_that_a_gan_made_are_found_again() {
    try (Run run = Run.open(gan, Settings.DEFAULT)) {
      Trained trained = run.trained();
      ImageSet made = set(trained.sample(12, 3));
      Projected found = Projection.DEFAULT.withRestarts(4).of(trained, made, Progress.NONE);
      assertThat(found.images().meanSquaredError()).isLessThan(1e-5);
      Projected pixels = Projection.DEFAULT.of(trained, run.data().only(0, 1, 2), Progress.NONE);
      assertThat(pixels.images().meanSquaredError()).as("of others").isGreaterThan(1e-3);
    }
  }

  @Test
  void the_same_seed_finds_the_same_points() {
    try (Run run = Run.open(gan, Settings.DEFAULT)) {
      Trained trained = run.trained();
      ImageSet set = run.data().only(0, 1, 2, 3);
      float[] first = FEW.of(trained, set, Progress.NONE).points();
      assertThat(FEW.of(trained, set, Progress.NONE).points()).isEqualTo(first);
      assertThat(FEW.withSeed(2).of(trained, set, Progress.NONE).points()).isNotEqualTo(first);
    }
  }

  private static List<Double> losses(Trained trained, ImageSet set, List<Progress.Task> tasks) {
    List<Double> losses = new ArrayList<>();
    Progress progress =
        (task, done, loss) -> {
          tasks.add(task);
          losses.add(loss);
          assertThat(done).isEqualTo(losses.size());
        };
    FEW.of(trained, set, progress);
    return losses;
  }

  @ParameterizedTest
  @MethodSource("invertible")
  void every_kind_comes_nearer_step_by_step_and_stays_as_it_is(ModelCase each) {
    Path path = trained(each);
    try (Run run = Run.open(path, Settings.DEFAULT)) {
      Trained trained = run.trained();
      ImageSet set = run.data(Split.TEST).only(0, 5, 9, 12, 17);
      float[][] weights = weights(run);
      FEW.of(trained, set, Progress.NONE);
      long before = Backend.livePointers();
      List<Progress.Task> tasks = new ArrayList<>();
      List<Double> losses = losses(trained, set, tasks);
      assertThat(Backend.livePointers()).isLessThanOrEqualTo(before);
      assertThat(tasks).containsOnly(new Progress.Task("projection", 20, "steps", "loss"));
      assertThat(losses).hasSize(20);
      assertThat(losses.get(9)).isLessThan(losses.get(0));
      assertThat(losses.get(19)).isLessThan(losses.get(10));
      assertThat(weights(run)).isDeepEqualTo(weights);
    }
  }

  private static float[][] weights(Run run) {
    return run.trained().as(dev.figment.model.Model.class, "have weights").networks().stream()
        .flatMap(network -> network.parameters().tensors().stream())
        .map(Tensor::toArray)
        .toArray(float[][]::new);
  }

  @ParameterizedTest
  @MethodSource("invertible")
  void the_points_make_the_images_that_are_shown(ModelCase each) {
    Path path = trained(each);
    try (Run run = Run.open(path, Settings.DEFAULT)) {
      Trained trained = run.trained();
      Trained sampled = trained.is(Stylist.class) ? trained.ofStyles() : trained;
      ImageSet set = run.data(Split.TEST).only(0, 5, 9);
      int[] labels = trained.classes().count() == 0 ? null : set.labels();
      Projected found = FEW.of(trained, set, Progress.NONE);
      assertThat(found.pointSize()).isEqualTo(sampled.latentSize());
      assertThat(found.images().reconstructions())
          .isEqualTo(sampled.imagesAt(found.points(), labels).pixels());
      byte[] original = new byte[64];
      set.copyBytes(0, original, 0);
      assertThat(found.images().originals()).startsWith(original);
    }
  }

  @ParameterizedTest
  @MethodSource("invertible")
  void features_of_an_example_do_not_depend_on_the_others(ModelCase each) {
    Path path = trained(each);
    try (Run run = Run.open(path, Settings.DEFAULT);
        Scope scope = Scope.open()) {
      Invertible model = run.trained().as(Invertible.class, "project");
      Tensor x = Tensor.of(ramp(4 * 64), 4, 1, 8, 8);
      Tensor classes = Tensor.ofLongs(new long[] {0, 1, 1, 0}, 4);
      Tensor all = model.features(x, classes);
      if (all == null) {
        assertThat(each.name()).containsAnyOf("autoencoder", "VAE");
        return;
      }
      Tensor alone = model.features(x.narrow(0, 2, 1), classes.narrow(0, 2, 1));
      assertThat(all.rank()).isEqualTo(2);
      assertThat(alone.toArray()).containsExactly(all.narrow(0, 2, 1).toArray(), within(1e-5f));
    }
  }

  private static float[] ramp(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i * i % 97 / 97f;
    }
    return values;
  }

  @Test
  void the_loss_of_anogan_is_a_share_of_residuals_and_one_of_feature_distances() {
    try (Run run = Run.open(gan, Settings.DEFAULT);
        Scope scope = Scope.open()) {
      Trained trained = run.trained();
      Invertible model = trained.as(Invertible.class, "project");
      ImageSet set = run.data().only(4);
      Projected found = Projection.ANOGAN.withSteps(9).of(trained, set, Progress.NONE);
      Tensor x =
          dev.figment.data.Batch.of(set, trained.form().range(), 0, 1, trained.device()).examples();
      Tensor made = model.generate(Tensor.of(found.points(), 1, 4), null);
      double residual = x.minus(made).abs().sum().item();
      double features =
          model.features(x, null).minus(model.features(made, null)).abs().sum().item();
      assertThat(features).isPositive();
      assertThat(found.residuals()[0]).isCloseTo(residual, within(1e-4));
      assertThat(found.featureDistances()[0]).isCloseTo(features, within(1e-4));
      assertThat(found.losses()[0]).isCloseTo(0.9 * residual + 0.1 * features, within(1e-4));
    }
  }

  @Test
  void the_class_that_is_asked_for_holds_for_all_images() {
    ModelCase told =
        invertible().stream()
            .filter(each -> each.name().contains("joined"))
            .findFirst()
            .orElseThrow();
    Path path = trained(told);
    try (Run run = Run.open(path, Settings.DEFAULT)) {
      Trained trained = run.trained();
      ImageSet set = run.data(Split.TEST).only(0, 5, 9);
      Projected found = FEW.of(trained, set, 1, Progress.NONE);
      assertThat(found.images().reconstructions())
          .isEqualTo(trained.imagesAt(found.points(), new int[] {1, 1, 1}).pixels());
      ImageSet unlabeled =
          ImageSet.ofBytes("files", set.shape(), List.of(), new int[1], new byte[64]);
      assertThat(FEW.of(trained, unlabeled, 0, Progress.NONE).losses()).hasSize(1);
      assertThatThrownBy(() -> FEW.of(trained, unlabeled, Progress.NONE))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("files: the model has to be told what each image is of.");
    }
  }

  @Test
  void images_of_another_size_are_refused() {
    try (Run run = Run.open(gan, Settings.DEFAULT)) {
      assertThatThrownBy(() -> FEW.of(run.trained(), row(1, 2, 3), Progress.NONE))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "rows: expected images of 8×8×1, as the model takes, got 1×3×1. Have them resized to"
                  + " that size and color.");
    }
  }

  @Test
  void a_generator_without_finite_losses_is_refused() {
    Trained trained =
        new ConstructedGenerator(1, z -> z.square().negated().sqrt()).trained(1, folder);
    assertThatThrownBy(() -> FEW.of(trained, row(3), Progress.NONE))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "projection: expected a finite loss of each image, got none of image 0. Take a lower"
                + " learning rate, or another checkpoint.");
  }

  @Test
  void counts_and_rates_out_of_range_are_refused() {
    assertThatThrownBy(() -> FEW.withSteps(0)).hasMessage("steps: expected at least 1, got 0");
    assertThatThrownBy(() -> FEW.withRestarts(-1))
        .hasMessage("restarts: expected at least 1, got -1");
    assertThatThrownBy(() -> FEW.withLearningRate(Double.NaN))
        .hasMessage("learning-rate: expected a number above 0, got NaN");
    assertThatThrownBy(() -> FEW.withFeatureWeight(1))
        .isInstanceOf(UsageException.class)
        .hasMessage("feature-weight: expected a number from 0 to below 1, got 1.0");
  }
}
