package dev.figment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.ImageSet;
import dev.figment.data.set.ImageSets;
import dev.figment.format.Png;
import dev.figment.model.Codec;
import dev.figment.model.Sampler;
import dev.figment.nn.Shape;
import dev.figment.recipe.Recipe;
import dev.figment.run.exploration.Reconstructions;
import dev.figment.run.exploration.Samples;
import dev.figment.run.exploration.Trained;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainedTest {
  @TempDir private static Path folder;
  private static Path gan;
  private static Path conditional;
  private static Path plain;

  @BeforeAll
  static void train() {
    gan = Tiny.train(folder.resolve("gan"), Tiny.recipe(folder));
    plain = Tiny.train(folder.resolve("plain"), named("denoising autoencoder"));
    conditional = Tiny.train(folder.resolve("vae"), named("conditional VAE with a flow"));
  }

  private static Recipe named(String model) {
    return ModelCase.all().stream()
        .filter(each -> each.name().equals(model))
        .findFirst()
        .orElseThrow()
        .recipe();
  }

  private interface Use {
    void of(Run run, Trained trained) throws Exception;
  }

  private static void with(Path folder, Use use) throws Exception {
    try (Run run = Run.open(folder, Settings.DEFAULT)) {
      use.of(run, run.trained());
    }
  }

  @Test
  void images_are_made_by_whatever_makes_them() throws Exception {
    with(
        gan,
        (run, trained) -> {
          float[] points = trained.randomPoints(3, 7);
          assertThat(points).hasSize(3 * 4);
          assertThat(trained.imagesAt(points, null).pixels())
              .isEqualTo(trained.sample(3, 7).pixels());
          assertThat(trained.is(Sampler.class)).isTrue();
          assertThat(trained.is(Codec.class)).isFalse();
        });
    with(
        plain,
        (run, trained) -> {
          assertThat(trained.is(Sampler.class)).isFalse();
          assertThat(trained.latentSize()).isEqualTo(5);
          float[] points = new float[10];
          assertThat(trained.imagesAt(points, null).pixels())
              .isEqualTo(trained.decode(points, null).pixels());
        });
  }

  @Test
  void the_first_of_many_points_is_that_of_one() throws Exception {
    with(
        gan,
        (run, trained) ->
            assertThat(trained.randomPoints(3, 7)).startsWith(trained.randomPoints(1, 7)));
  }

  @Test
  void classes_are_known_by_name_or_refused() throws Exception {
    with(
        conditional,
        (run, trained) -> {
          assertThat(trained.classes().count()).isEqualTo(2);
          assertThat(trained.classes().number("7")).isEqualTo(1);
          assertThatThrownBy(() -> trained.classes().number("bag"))
              .hasMessage("class: no class bag. The model knows 1, 7.");
        });
    with(
        gan,
        (run, trained) ->
            assertThatThrownBy(() -> trained.classes().number("bars"))
                .hasMessage("class: the model of this run knows no classes. Leave it out."));
  }

  @Test
  void one_class_is_that_of_all_points_and_the_first_where_none_is_said() throws Exception {
    with(
        conditional,
        (run, trained) -> {
          assertThat(trained.classes().ofEach(3, 1)).containsExactly(1, 1, 1);
          assertThat(trained.classes().ofEach(2, null)).containsExactly(0, 0);
          float[] points = new float[2 * trained.latentSize()];
          assertThatThrownBy(() -> trained.imagesAt(points, new int[1]))
              .hasMessage("classes: expected one for each of 2 points, got 1");
          assertThatThrownBy(() -> trained.imagesAt(points, new int[] {0, 2}))
              .hasMessage("classes: expected numbers from 0 to 1, got 2");
        });
    with(
        gan,
        (run, trained) -> {
          assertThat(trained.classes().ofEach(2, null)).isNull();
          assertThatThrownBy(() -> trained.imagesAt(new float[4], trained.classes().ofEach(1, 1)))
              .hasMessage("class: the model of this run knows no classes. Leave it out.");
        });
  }

  @Test
  void a_model_that_wants_the_class_is_not_given_images_without() throws Exception {
    with(
        conditional,
        (run, trained) -> {
          ImageSet unlabeled =
              ImageSet.ofBytes("some", Shape.image(8, 8, 1), List.of(), new int[1], new byte[64]);
          assertThatThrownBy(() -> trained.encode(unlabeled))
              .hasMessage(
                  "some: the model has to be told what each image is of. Put them into folders"
                      + " named after its classes: 1, 7");
        });
  }

  @Test
  void images_written_one_by_one_can_be_shown_to_a_model() throws Exception {
    Path each = folder.resolve("each");
    with(
        plain,
        (run, trained) -> {
          Samples made = trained.imagesAt(new float[] {1, 2, 3, 4, 5, 0, 0, 0, 0, 0}, null);
          made.writeEach(each);
          ImageSet read = ImageSets.ofFiles(ImageSets.filesOf(List.of(each)), trained.form(), null);
          byte[] pixels = new byte[128];
          read.copyBytes(0, pixels, 0);
          read.copyBytes(1, pixels, 64);
          assertThat(pixels).isEqualTo(made.pixels());
        });
    assertThat(ImageIO.read(each.resolve("0001.png").toFile()).getRaster().getNumBands())
        .isEqualTo(1);
    assertThat(Png.read(each.resolve("0001.png")).getWidth()).isEqualTo(8);
  }

  @Test
  void images_written_as_they_are_made_are_those_made_at_once() throws Exception {
    Path each = folder.resolve("as made");
    with(
        gan,
        (run, trained) -> {
          float[] points = trained.randomPoints(600, 3); // more than one chunk
          trained.writeImagesAt(points, null, each, Progress.NONE);
          byte[] together = trained.imagesAt(points, null).pixels();
          ImageSet read = ImageSets.ofFiles(ImageSets.filesOf(List.of(each)), trained.form(), null);
          byte[] one = new byte[64];
          for (int i = 0; i < 600; i++) {
            read.copyBytes(i, one, 0);
            assertThat(one).isEqualTo(Arrays.copyOfRange(together, 64 * i, 64 * i + 64));
          }
          assertThat(trained.imagesAt(Arrays.copyOf(points, 4), null).pixels())
              .isEqualTo(Arrays.copyOf(together, 64));
        });
  }

  @Test
  void the_error_of_all_is_the_mean_of_the_errors_of_each() {
    byte[] originals = {0, 0, (byte) 255, 0};
    byte[] made = {0, 51, 0, 0};
    Reconstructions two = new Reconstructions(Shape.image(1, 2, 1), originals, made);
    assertThat(two.meanSquaredError(0)).isCloseTo(0.04 / 2, within(1e-12));
    assertThat(two.meanSquaredError()).isCloseTo((0.04 / 2 + 0.5) / 2, within(1e-12));
  }

  @Test
  void a_GAN_does_not_decode_and_says_that_it_samples() throws Exception {
    with(
        gan,
        (run, trained) -> {
          assertThatThrownBy(() -> trained.decode(new float[4], null))
              .isInstanceOf(UsageException.class)
              .hasMessage(
                  gan
                      + ": expected a run whose model can decode, got one (tiny) that can sample,"
                      + " interpolate, project, reconstruct and anomaly.");
          assertThatThrownBy(() -> trained.encode(run.data()))
              .hasMessage(
                  gan
                      + ": expected a run whose model can encode, got one (tiny) that can sample,"
                      + " interpolate, project, reconstruct and anomaly.");
        });
  }
}
