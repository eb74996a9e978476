package dev.figment.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.ExampleForm;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Architecture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipesTest {
  static List<String> names() {
    return Recipes.names();
  }

  private static List<Architecture> networks(String name) {
    Recipe recipe = Recipes.named(name);
    ExampleForm example = ImageSets.formOf(recipe.data(), Path.of("nowhere"));
    return recipe.model().architectures(example);
  }

  private static List<String> rows(Architecture network) {
    return network.summary().rows().stream()
        .map(row -> row.layer() + " " + row.output() + " " + row.parameters())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_bundled_recipe_bears_its_name_and_says_what_it_is(String name) {
    Recipe recipe = Recipes.named(name);
    assertThat(recipe.recipe()).isEqualTo(name);
    assertThat(recipe.about()).endsWith(".");
    assertThat(ImageSets.names()).contains(recipe.data().set());
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_bundled_recipe_has_networks_that_fit(String name) {
    assertThat(networks(name)).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("names")
  void writing_and_reading_gives_the_same_recipe_and_the_same_text(String name) {
    Recipe recipe = Recipes.named(name);
    String written = recipe.toYaml();
    Recipe read = RecipeFormat.read(written, "written");
    assertThat(read).isEqualTo(recipe);
    assertThat(read.toYaml()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "mnist-dcgan, 1164289, 40705",
    "cifar10-dcgan, 1466115, 522497",
    "fashion-dcgan, 840705, 212865",
    "mnist-five-gan, 224737, 41089",
    "mnist-mlp-gan, 1486352, 1460225",
    "mnist-bn-gan, 1493520, 533505",
    "flowers-dcgan, 6264579, 790913",
    "mnist-five-gan-deep, 276801, 74433",
    "mnist-eight-gan-deep, 276801, 74433",
    "fashion-gan, 136634, 132951",
    "mnist-lsgan, 834369, 212865",
    "mnist-wgan, 1165825, 69825",
    "mnist-wgan-gp, 1164289, 40705",
    "plane-linear-autoencoder, 8, 9",
    "ring-gan, 18946, 17025",
    "ring-feature-matching, 18946, 17025",
    "ring-minibatch-discrimination, 18946, 20137",
    "ring-wgan-gp, 18946, 17025",
    "ring-sngan, 18946, 17282",
    "fashion-stacked-autoencoder, 81530, 82284",
    "fashion-tied-autoencoder, 81530, 884",
    "fashion-layerwise-autoencoder, 81530, 82284",
    "fashion-convolutional-autoencoder, 23296, 23233",
    "fashion-recurrent-autoencoder, 67320, 55228",
    "fashion-denoising-autoencoder, 81530, 82284",
    "fashion-denoising-gaussian-autoencoder, 81530, 82284",
    "fashion-sparse-l1-autoencoder, 108800, 109284",
    "fashion-sparse-kl-autoencoder, 108800, 109284",
    "fashion-vae, 134870, 134634",
    "fashion-vae-2d, 201988, 202256",
    "cifar10-vae, 2037500, 1789572"
  })
  void the_totals_are_those_of_the_models_they_stand_for(String name, long first, long second) {
    assertThat(networks(name))
        .extracting(network -> network.summary().parameters())
        .containsExactly(first, second);
  }

  private static List<String> totals(String name) {
    return networks(name).stream()
        .map(network -> network.name() + " " + network.summary().parameters())
        .toList();
  }

  @Test
  void gans_with_more_than_two_networks_have_these_totals() {
    assertThat(totals("mnist-conditional-gan"))
        .containsExactly(
            "generator 1147969", // 50 numbers of the class beside z
            "discriminator 214465", // one more channel
            "generatorLabel 500",
            "discriminatorLabel 7840",
            "ema 1147969",
            "emaLabel 500");
    assertThat(totals("mnist-acgan"))
        .containsExactly(
            "generator 1147969",
            "discriminator 275595",
            "generatorLabel 500",
            "ema 1147969",
            "emaLabel 500");
    assertThat(totals("mnist-projection-gan"))
        .containsExactly(
            "generator 1486337", // and 2·10·128 + 2·128 numbers of each normalization
            "discriminator 66816",
            "generatorLabel 500",
            "discriminatorLabel 31370", // 10 vectors of 3136 features, and 10 numbers of u
            "discriminatorHead 3138",
            "ema 1486337",
            "emaLabel 500");
    for (String recipe : List.of("mnist-best", "fashion-best")) {
      assertThat(totals(recipe))
          .as(recipe)
          .containsExactly(
              "generator 396065",
              "discriminator 164800",
              "generatorLabel 500",
              "discriminatorLabel 20490", // 10 vectors of 2048 features, and 10 numbers of u
              "discriminatorHead 2050",
              "ema 396065",
              "emaLabel 500");
    }
    assertThat(totals("flowers-best"))
        .containsExactly(
            "generator 403683",
            "discriminator 165824",
            "generatorLabel 250",
            "discriminatorLabel 10245",
            "discriminatorHead 2050",
            "ema 403683",
            "emaLabel 250");
    assertThat(totals("mnist-hinge-sngan"))
        .containsExactly(
            "generator 1165825",
            "discriminator 69954", // and 64 + 64 + 1 numbers of u
            "ema 1165825");
  }

  @Test
  void flowers_progressive_gan_has_trunks_and_for_each_resolution_a_layer_to_and_from_images() {
    assertThat(networks("flowers-progressive-gan"))
        .extracting(network -> network.summary().parameters())
        .containsExactly(
            1140544L, 387L, 387L, 387L, 195L, 99L, // the generator
            1140001L, 512L, 512L, 512L, 256L, 128L, 1140544L, 387L, 387L, 387L, 195L,
            99L); // its average
  }

  @Test
  void the_totals_of_flowers_style_gan_are_those_of_its_layers_and_their_averages() {
    int affine = 129;
    long mapping = 8 * 129 * 128 + 128;
    long constant = 16 * 128 + 16 + styled(128, affine);
    long wide = (9 * 128 * 128 + styled(128, affine)) * 3 + 16 + 2 * 64;
    long middle = 9 * 128 * 64 + 9 * 64 * 64 * 3 + styled(64, affine) * 4 + 2 * 256 + 2 * 1024;
    long fine = 9 * 64 * 32 + 9 * 32 * 32 + styled(32, affine) * 2 + 2 * 4096;
    long synthesis = constant + wide + middle + fine + 3 * 32 + 3;
    assertThat(networks("flowers-style-gan"))
        .extracting(network -> network.name() + " " + network.summary().parameters())
        .containsExactly(
            "mapping " + mapping,
            "synthesis " + synthesis,
            "discriminator 949537",
            "emaMapping " + mapping,
            "emaSynthesis " + synthesis);
    assertThat(mapping).isEqualTo(132_224);
    assertThat(synthesis).isEqualTo(883_715);
  }

  /** A strength of noise and a bias for each channel, and a scale and a shift of its style. */
  private static long styled(int channels, int affine) {
    return 2L * channels + 2L * channels * affine;
  }

  @Test
  void mnist_dcgan_is_built_of_these_layers() {
    assertThat(rows(networks("mnist-dcgan").get(0)))
        .containsExactly(
            "dense 6272 633472",
            "leakyRelu 6272 0",
            "reshape 7×7×128 0",
            "conv2dTranspose 14×14×128 262272",
            "leakyRelu 14×14×128 0",
            "conv2dTranspose 28×28×128 262272",
            "leakyRelu 28×28×128 0",
            "conv2d 28×28×1 6273");
    assertThat(rows(networks("mnist-dcgan").get(1)))
        .containsExactly(
            "conv2d 14×14×64 640",
            "leakyRelu 14×14×64 0",
            "dropout 14×14×64 0",
            "conv2d 7×7×64 36928",
            "leakyRelu 7×7×64 0",
            "dropout 7×7×64 0",
            "flatten 3136 0",
            "dense 1 3137");
  }

  @Test
  void cifar10_dcgan_is_built_of_these_layers() {
    assertThat(rows(networks("cifar10-dcgan").get(0)))
        .containsExactly(
            "dense 4096 413696",
            "leakyRelu 4096 0",
            "reshape 4×4×256 0",
            "conv2dTranspose 8×8×128 524416",
            "leakyRelu 8×8×128 0",
            "conv2dTranspose 16×16×128 262272",
            "leakyRelu 16×16×128 0",
            "conv2dTranspose 32×32×128 262272",
            "leakyRelu 32×32×128 0",
            "conv2d 32×32×3 3459");
    assertThat(rows(networks("cifar10-dcgan").get(1)))
        .containsExactly(
            "conv2d 32×32×64 1792",
            "leakyRelu 32×32×64 0",
            "conv2d 16×16×128 73856",
            "leakyRelu 16×16×128 0",
            "conv2d 8×8×128 147584",
            "leakyRelu 8×8×128 0",
            "conv2d 4×4×256 295168",
            "leakyRelu 4×4×256 0",
            "flatten 4096 0",
            "dropout 4096 0",
            "dense 1 4097");
  }

  @Test
  void fashion_dcgan_is_built_of_these_layers() {
    assertThat(rows(networks("fashion-dcgan").get(0)))
        .containsExactly(
            "dense 6272 633472",
            "reshape 7×7×128 0",
            "batchNormalization 7×7×128 512",
            "conv2dTranspose 14×14×64 204864",
            "batchNormalization 14×14×64 256",
            "conv2dTranspose 28×28×1 1601");
    assertThat(rows(networks("fashion-dcgan").get(1)))
        .containsExactly(
            "conv2d 14×14×64 1664",
            "leakyRelu 14×14×64 0",
            "dropout 14×14×64 0",
            "conv2d 7×7×128 204928",
            "leakyRelu 7×7×128 0",
            "dropout 7×7×128 0",
            "flatten 6272 0",
            "dense 1 6273");
  }

  @Test
  void mnist_five_gan_is_built_of_these_layers() {
    assertThat(rows(networks("mnist-five-gan").get(0)))
        .containsExactly(
            "dense 6272 181888",
            "leakyRelu 6272 0",
            "reshape 14×14×32 0",
            "conv2d 14×14×32 25632",
            "leakyRelu 14×14×32 0",
            "conv2dTranspose 28×28×32 16416",
            "leakyRelu 28×28×32 0",
            "conv2d 28×28×1 801");
    assertThat(rows(networks("mnist-five-gan").get(1)))
        .containsExactly(
            "conv2d 25×25×64 1088",
            "leakyRelu 25×25×64 0",
            "flatten 40000 0",
            "dropout 40000 0",
            "dense 1 40001");
  }

  @Test
  void an_unknown_name_is_answered_with_the_nearest() {
    assertThatThrownBy(() -> Recipes.named("mnist-dcgn"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "unknown recipe mnist-dcgn; did you mean mnist-dcgan? See all with: figment recipes");
    assertThatThrownBy(() -> Recipes.find("mine.yaml")).hasMessage("no recipe file mine.yaml");
  }
}
