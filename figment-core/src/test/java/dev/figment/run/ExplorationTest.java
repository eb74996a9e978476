package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.latent.ExpectationMaximization;
import dev.figment.latent.GaussianMixture;
import dev.figment.latent.Interpolation;
import dev.figment.latent.Points;
import dev.figment.latent.TSne;
import dev.figment.nn.Shape;
import dev.figment.run.exploration.Corruption;
import dev.figment.run.exploration.Embedding;
import dev.figment.run.exploration.LatentArithmetic;
import dev.figment.run.exploration.LatentLine;
import dev.figment.run.exploration.MixturePrior;
import dev.figment.run.exploration.RandomExamples;
import dev.figment.run.exploration.Reconstructing;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.SemanticInterpolation;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplorationTest {
  @TempDir private static Path folder;
  private static Run run;
  private static Trained trained;

  @BeforeAll
  static void train() {
    ModelCase model =
        ModelCase.all().stream()
            .filter(each -> each.name().equals("denoising autoencoder"))
            .findFirst()
            .orElseThrow();
    run = Run.open(Tiny.train(folder.resolve("run"), model.recipe()), Settings.DEFAULT);
    trained = run.trained();
  }

  @AfterAll
  static void close() {
    run.close();
  }

  private static byte[] image(Samples images, int number) {
    int size = images.shape().count();
    return Arrays.copyOfRange(images.pixels(), number * size, (number + 1) * size);
  }

  @Test
  void every_other_image_of_a_semantic_interpolation_is_a_reconstruction() {
    Samples images = SemanticInterpolation.of(trained, run.data(), null).images();
    byte[] reconstructions =
        trained.reconstruct(run.data().only(IntStream.range(0, 12).toArray())).reconstructions();
    assertThat(images.count()).isEqualTo(35);
    for (int i = 0; i < 12; i++) {
      int place = i / 4 * 2 * 7 + i % 4 * 2;
      assertThat(image(images, place))
          .isEqualTo(Arrays.copyOfRange(reconstructions, i * 64, (i + 1) * 64));
    }
  }

  @Test
  void a_semantic_interpolation_needs_twelve_images() {
    ImageSet two =
        ImageSet.ofBytes("two", Shape.image(8, 8, 1), List.of(), new int[2], new byte[128]);
    assertThatThrownBy(() -> SemanticInterpolation.of(trained, two, null))
        .hasMessage(
            "interpolate: expected at least 12 images in two, got 2. Go between two of" + " them.");
  }

  @Test
  void a_line_has_the_images_of_its_points_and_moves_there_and_back() throws Exception {
    float[] from = {0, 0, 0, 0, 0};
    float[] to = {1, 1, 1, 1, 1};
    LatentLine line = LatentLine.of(trained, Interpolation.linear(from, to, 3), null);
    assertThat(image(line.images(), 2)).isEqualTo(trained.decode(to, null).pixels());
    assertThat(line.strip().toImage().getWidth()).isEqualTo(3 * 18 + 2);
    Path file = folder.resolve("walk.gif");
    line.animation().write(file);
    assertThat(Files.size(file)).isPositive();
  }

  @Test
  void a_difference_is_brought_to_another_point() {
    LatentArithmetic sum =
        new LatentArithmetic(new float[] {1, 2}, new float[] {3, 5}, new float[] {10, 20});
    assertThat(sum.result()).containsExactly(8, 17);
    assertThatThrownBy(() -> new LatentArithmetic(new float[2], new float[3], new float[2]))
        .hasMessage("latent arithmetic: expected points of one size, got 2, 3 and 2 numbers");
  }

  @Test
  void a_mixture_is_fitted_where_the_points_are() {
    MixturePrior prior = MixturePrior.of(run.trained(), run::data);
    GaussianMixture mixture = prior.fit(ExpectationMaximization.of(2), Progress.NONE);
    Points drawn = mixture.sample(500, RandomStream.named("test", 1));
    Points points = new Points(trained.encode(run.data()), 5);
    for (int i = 0; i < 5; i++) {
      assertThat(mean(drawn, i)).isCloseTo(mean(points, i), within(0.1));
    }
  }

  private static double mean(Points points, int number) {
    return IntStream.range(0, points.count())
        .mapToDouble(i -> points.values()[i * points.size() + number])
        .average()
        .orElseThrow();
  }

  @Test
  void points_of_many_numbers_are_brought_to_two() {
    Points many = new Points(Noise.normals(RandomStream.named("test", 2), 20 * 60), 60);
    TSne method = TSne.standard().withPerplexity(4).withIterations(20);
    Points flat = Embedding.of(many, method, RandomStream.named("test", 3), Progress.NONE);
    assertThat(flat.size()).isEqualTo(2);
    assertThat(flat.count()).isEqualTo(20);
  }

  @Test
  void examples_drawn_at_random_keep_their_order_and_come_once() {
    byte[] numbers = new byte[100];
    IntStream.range(0, 100).forEach(i -> numbers[i] = (byte) i);
    ImageSet all =
        ImageSet.ofBytes("hundred", Shape.image(1, 1, 1), List.of(), new int[100], numbers);
    ImageSet some = RandomExamples.of(all, 60, RandomStream.named("test", 4));
    byte[] drawn = new byte[60];
    IntStream.range(0, 60).forEach(i -> some.copyBytes(i, drawn, i));
    assertThat(drawn).doesNotHaveDuplicates().isSorted();
    assertThat(RandomExamples.of(all, 100, RandomStream.named("test", 4))).isSameAs(all);
  }

  @Test
  void images_are_damaged_as_in_training_before_they_are_repaired() {
    Corruption own = trained.corruption();
    assertThat(own.name()).isEqualTo("dropout 0.5, gaussian noise 0.1");
    ImageSet images = run.data();
    Reconstructions plain = trained.reconstruct(images);
    Reconstructions repaired = trained.reconstruct(images, new Reconstructing(own, false, 1));
    assertThat(plain.damaged()).isNull();
    assertThat(plain.damagedMeanSquaredError()).isZero();
    assertThat(repaired.originals()).isEqualTo(plain.originals());
    assertThat(repaired.damagedMeanSquaredError()).isPositive();
    assertThat(repaired.reconstructions()).isNotEqualTo(plain.reconstructions());
    assertThat(trained.reconstruct(images, new Reconstructing(own, false, 1)).damaged())
        .isEqualTo(repaired.damaged());
  }

  @Test
  void a_model_of_one_point_for_an_image_draws_none() {
    assertThatThrownBy(() -> trained.reconstruct(run.data(), new Reconstructing(null, true, 1)))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith(
            "expected a run whose model knows a distribution of points for an image, as a VAE does,"
                + " got one (contract) that knows one point. Reconstruct by that.");
  }
}
