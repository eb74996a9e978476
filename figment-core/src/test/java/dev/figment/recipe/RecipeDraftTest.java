package dev.figment.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.data.ExampleForm;
import dev.figment.data.image.Fit;
import dev.figment.data.set.ImageSets;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipeDraftTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void draw() {
    for (String name : new String[] {"a/1.png", "a/2.png", "b/1.png"}) {
      Png.write(GrayImage.of(9, 7, new byte[63]), folder.resolve(name));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_text_is_the_recipe_and_its_networks_fit(DraftKind kind) {
    for (int side : new int[] {1, 7, 28, 50, 150}) {
      RecipeDraft draft = RecipeDraft.of(kind, folder + "/", null, List.of(side));
      Recipe read = RecipeFormat.read(draft.text(), "draft");
      assertThat(read).isEqualTo(draft.recipe());
      ExampleForm form = ImageSets.formOf(read.data(), null);
      assertThat(read.model().architectures(form)).isNotEmpty(); // refuses what does not fit
    }
  }

  @Test
  void a_gan_reads_as_people_write_it() {
    assertThat(RecipeDraft.of(DraftKind.GAN, "shapes", null, null).text())
        .isEqualTo(
            """
            recipe: shapes-gan
            about: "A first GAN of 32×32 images, told their classes."
            seed: 1
            # 12,000 images of 32×32 pixels, in color, of 6 classes (circle, square, triangle, star, ring, cross)
            data: {set: shapes, range: minusOneToOne}
            model:
              gan:
                latent: 64
                # From random numbers to 4×4 pixels, doubled 3 times
                generator:
                  - dense: 2048
                  - reshape: [4, 4, 128]
                  - conditionalBatchNormalization: 6
                  - leakyRelu: 0.2
                  - conv2dTranspose: {filters: 64, kernel: 4, stride: 2, padding: same}
                  - conditionalBatchNormalization: 6
                  - leakyRelu: 0.2
                  - conv2dTranspose: {filters: 32, kernel: 4, stride: 2, padding: same}
                  - conditionalBatchNormalization: 6
                  - leakyRelu: 0.2
                  - conv2dTranspose: {filters: 3, kernel: 4, stride: 2, padding: same, activation: tanh}
                # Halves an image 3 times, and scores how real it is
                discriminator:
                  - spectralNormalization: {layer: {conv2d: {filters: 32, kernel: 4, stride: 2, padding: same}}}
                  - leakyRelu: 0.2
                  - spectralNormalization: {layer: {conv2d: {filters: 64, kernel: 4, stride: 2, padding: same}}}
                  - leakyRelu: 0.2
                  - spectralNormalization: {layer: {conv2d: {filters: 128, kernel: 4, stride: 2, padding: same}}}
                  - leakyRelu: 0.2
                  - flatten
                # Stops caring about images that are on their side of a margin
                loss: hinge
                reals: full
                # Both networks are told the class of an image
                labels: {mode: projection}
                # Samples come from the generator's moving average
                ema: {}
                optimizer:
                  generator: {adam: {learningRate: 0.0005, beta1: 0, beta2: 0.9}}
                  discriminator: {adam: {learningRate: 0.0005, beta1: 0, beta2: 0.9}}
            # An epoch is 187 steps, the training 9,911: stop it by Ctrl-C when pictures are good, go on by figment resume
            train: {batch: 64, epochs: 53}
            # Snapshots: 53; checkpoints: 27
            watch: {snapshots: {grid: 8x8}, checkpoints: {everyEpochs: 2}}
            """);
  }

  @Test
  void batches_of_large_images_are_smaller_and_epochs_fewer() {
    Recipe large = RecipeDraft.of(DraftKind.GAN, "shapes", null, List.of(128)).recipe();
    assertThat(large.train().batch()).isEqualTo(32);
    assertThat(large.train().epochs()).isEqualTo(27); // of 375 steps each
    assertThat(large.watch().checkpoints().everyEpochs()).isEqualTo(1);
    assertThat(large.data().size()).containsExactly(128);
  }

  @Test
  void archives_and_images_give_their_names_without_endings() throws IOException {
    for (String name : new String[] {"Photos.ZIP", "Photos.webp", "Photos"}) {
      Path set = Files.createDirectories(folder.resolve("names").resolve(name));
      Png.write(GrayImage.of(8, 8, new byte[64]), set.resolve("1.png"));
      assertThat(draft(set).baseName()).isEqualTo("Photos");
    }
  }

  private static RecipeDraft draft(Path set) {
    return RecipeDraft.of(DraftKind.VAE, set.toString(), null, null);
  }

  @Test
  void images_are_cut_where_reading_would_say_that_they_are_stretched() {
    Path nearly = folder.resolve("nearly");
    Png.write(GrayImage.of(128, 126, new byte[128 * 126]), nearly.resolve("1.png"));
    Png.write(GrayImage.of(128, 128, new byte[128 * 128]), nearly.resolve("2.png"));
    assertThat(draft(nearly).recipe().data().fit()).isEqualTo(Fit.CROP);
    Path closer = folder.resolve("closer");
    Png.write(GrayImage.of(128, 127, new byte[128 * 127]), closer.resolve("1.png"));
    Png.write(GrayImage.of(128, 128, new byte[128 * 128]), closer.resolve("2.png"));
    assertThat(draft(closer).recipe().data().fit()).isEqualTo(Fit.STRETCH);
  }
}
