package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.latent.Interpolation;
import dev.figment.model.Stylist;
import dev.figment.model.Truncation;
import dev.figment.run.exploration.LatentArithmetic;
import dev.figment.run.exploration.LatentLine;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.Trained;
import dev.figment.tensor.Noise;
import dev.figment.tensor.RandomStream;
import dev.figment.tensor.Scope;
import dev.figment.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Styles as the points of a model: of 4 numbers, made of points of 3. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StyleWalkTest {
  @TempDir private static Path folder;
  private static Run run;
  private static Trained trained;
  private static Stylist model;

  @BeforeAll
  static void train() {
    ModelCase styled = ModelCase.samplers().get(0);
    run = Run.open(Tiny.train(folder.resolve("styled"), styled.recipe()), Settings.DEFAULT);
    trained = run.trained();
    model = trained.as(Stylist.class, "walk");
  }

  @AfterAll
  static void close() {
    run.close();
  }

  private static byte[] image(Samples images, int number) {
    int size = images.shape().count();
    return Arrays.copyOfRange(images.pixels(), number * size, (number + 1) * size);
  }

  /** The image of one style, without what is tested. */
  private static byte[] synthesized(float[] w, Truncation truncation) {
    try (Scope scope = Scope.open()) {
      Tensor style = Tensor.of(w, 1, w.length);
      Tensor styles = truncation.of(style, model.averageStyle(), model.layers());
      return trained.form().range().toBytes(model.synthesize(styles));
    }
  }

  private static float[] mean(float[] a, float[] b) {
    float[] mean = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      mean[i] = (float) (0.5 * a[i] + 0.5 * b[i]);
    }
    return mean;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5})
  void a_walk_between_styles_has_the_samples_at_its_ends_and_the_mean_style_between(double psi) {
    Truncation truncation = new Truncation(psi, null);
    Trained truncated = trained.truncated(truncation);
    Trained styled = truncated.ofStyles();
    float[] from = styled.randomPoints(1, 1);
    float[] to = styled.randomPoints(1, 2);
    Samples walk = LatentLine.of(styled, Interpolation.linear(from, to, 3), null).images();
    assertThat(image(walk, 0)).isEqualTo(truncated.sample(1, 1).pixels());
    assertThat(image(walk, 2)).isEqualTo(truncated.sample(1, 2).pixels());
    assertThat(image(walk, 1)).isEqualTo(synthesized(mean(from, to), truncation));
    assertThat(image(walk, 0)).isNotEqualTo(image(walk, 1)).isNotEqualTo(image(walk, 2));
  }

  @Test
  void a_style_is_sampled_as_its_point_is_to_the_bit() {
    try (Scope scope = Scope.open()) {
      Tensor z = Noise.normal(RandomStream.named("points", 1), 5, 3);
      Truncation truncation = new Truncation(0.7, 2);
      float[] ofPoints = model.truncated(truncation).sample(z, null).toArray();
      Tensor w = model.styles(z);
      assertThat(model.ofStyles(truncation).sample(w, null).toArray()).isEqualTo(ofPoints);
      assertThat(model.ofStyles(truncation).latentSize()).isEqualTo(4);
    }
  }

  @Test
  void truncated_before_or_after_is_the_same() {
    Truncation truncation = new Truncation(0.3, null);
    assertThat(trained.ofStyles().truncated(truncation).sample(4, 1).pixels())
        .isEqualTo(trained.truncated(truncation).sample(4, 1).pixels());
  }

  @Test
  void styles_are_calculated_with() {
    Trained styled = trained.ofStyles();
    float[] a = styled.randomPoints(1, 1);
    float[] b = styled.randomPoints(1, 2);
    LatentArithmetic sum = new LatentArithmetic(a, b, b);
    int scaled = 2 * 8;
    int[] from = sum.images(styled, null).toImage().getRGB(2, 20, scaled, scaled, null, 0, scaled);
    assertThat(from)
        .isEqualTo(
            trained
                .sample(1, 1)
                .grid(1, 1)
                .toImage()
                .getRGB(2, 2, scaled, scaled, null, 0, scaled));
  }

  @Test
  void a_model_without_styles_is_refused() {
    Path plain = Tiny.train(folder.resolve("plain"), Tiny.recipe(folder), 1);
    try (Run other = Run.open(plain, Settings.DEFAULT)) {
      assertThatThrownBy(() -> other.trained().ofStyles())
          .isInstanceOf(UsageException.class)
          .hasMessage(
              plain
                  + ": expected a run whose model can take styles as points, got one (tiny) that"
                  + " can sample, interpolate, project, reconstruct and anomaly.");
    }
  }
}
