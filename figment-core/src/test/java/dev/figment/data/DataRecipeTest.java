package dev.figment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.UsageException;
import dev.figment.data.image.Colors;
import dev.figment.data.image.Fit;
import dev.figment.data.image.ImageTransform;
import dev.figment.data.set.DataSplits;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Shape;
import dev.figment.recipe.RecipeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataRecipeTest {
  private final YAMLMapper yaml = new YAMLMapper();

  @Test
  void it_is_read_from_yaml() {
    DataRecipe recipe =
        read(
            "{set: mnist, split: test, range: minusOneToOne, classes: [5], size: 32, colors: rgb}");
    assertThat(recipe)
        .isEqualTo(
            DataRecipe.of("mnist")
                .withSplit(Split.TEST)
                .withRange(Range.MINUS_ONE_TO_ONE)
                .withClasses("5")
                .withSize(32)
                .withColors(Colors.RGB));
  }

  @Test
  void what_is_written_is_read_back_equal() {
    DataRecipe recipe = DataRecipe.of("flowers").withSize(32).withClasses("daisy", "rose");
    String written = yaml.writeValueAsString(recipe);
    assertThat(written).contains("size: 32").contains("range: \"zeroToOne\"");
    assertThat(read(written)).isEqualTo(recipe);
  }

  @Test
  void what_ends_as_an_archive_or_an_image_does_is_a_path() {
    for (String ending :
        List.of("zip", "tar", "tar.gz", "tgz", "png", "JPE", "jfif", "bmp", "gif", "webp")) {
      assertThat(DataRecipe.of("photos." + ending).namesPath()).as(ending).isTrue();
      assertThat(DataRecipe.of("a/photos." + ending).baseName()).as(ending).isEqualTo("photos");
    }
    for (String name : List.of("mnist", "zip", "photos.tif", "webp")) {
      assertThat(DataRecipe.of(name).namesPath()).as(name).isFalse();
      assertThat(DataRecipe.of(name).baseName()).isEqualTo(name);
    }
  }

  @Test
  void gray_is_read_in_either_spelling_and_written_in_one() {
    DataRecipe recipe = read("{set: mnist, colors: grey}");
    assertThat(recipe).isEqualTo(read("{set: mnist, colors: gray}"));
    assertThat(yaml.writeValueAsString(recipe)).contains("colors: \"gray\"");
  }

  @Test
  void height_comes_before_width() {
    assertThat(ImageSets.formOf(read("{set: mnist, size: [20, 30]}"), null).shape())
        .isEqualTo(Shape.image(20, 30, 1));
  }

  @Test
  void what_becomes_of_another_aspect_ratio_is_part_of_the_recipe() {
    DataRecipe recipe = read("{set: flowers, size: [112, 80], fit: crop}");
    assertThat(recipe).isEqualTo(DataRecipe.of("flowers").withSize(112, 80).withFit(Fit.CROP));
    assertThat(read(yaml.writeValueAsString(recipe))).isEqualTo(recipe);
    assertThat(DataRecipe.of("flowers").withSize(32).fit()).isEqualTo(Fit.STRETCH);
    assertThat(recipe.transform()).isEqualTo(new ImageTransform(112, 80, null, Fit.CROP));
  }

  @Test
  void cropping_and_padding_need_a_size() {
    assertThatThrownBy(() -> DataRecipe.of("flowers").withFit(Fit.PAD))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "data.fit: expected a size to pad to, got none. Give data.size, one side or [height,"
                + " width].");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mnist|28×28×1",
        "fashion-mnist|28×28×1",
        "cifar-10|32×32×3",
        "flowers|128×128×3",
        "glyphs|28×28×1",
        "shapes|32×32×3",
        "tilted-plane|3",
        "eight-gaussians|2"
      })
  void shapes_are_known_without_data(String set, String shape) {
    assertThat(ImageSets.formOf(DataRecipe.of(set), null).shape()).hasToString(shape);
  }

  @Test
  void size_and_colors_are_part_of_the_shape() {
    DataRecipe recipe = DataRecipe.of("glyphs").withSize(16).withColors(Colors.RGB);
    assertThat(ImageSets.formOf(recipe, null).shape()).isEqualTo(Shape.image(16, 16, 3));
    ImageSet set = ImageSets.open(recipe.withSplit(Split.TEST).withClasses("3"), null);
    assertThat(set.shape()).isEqualTo(Shape.image(16, 16, 3));
    assertThat(set.size()).isEqualTo(1000);
  }

  @Test
  void all_is_what_is_learned_from_and_then_the_rest() {
    DataRecipe ring = DataRecipe.of("eight-gaussians");
    ImageSet train = ImageSets.open(ring, null);
    ImageSet test = ImageSets.open(ring.withSplit(Split.TEST), null);
    ImageSet all = ImageSets.open(read("{set: eight-gaussians, split: all}"), null);
    assertThat(all.fingerprint()).isEqualTo(ImageSet.joined(List.of(train, test)).fingerprint());
    assertThat(all.size()).isEqualTo(22_000);
  }

  @Test
  void where_all_is_learned_from_there_is_no_test_split() {
    DataSplits splits = DataSplits.of(DataRecipe.of("eight-gaussians").withSplit(Split.ALL), null);
    assertThat(splits.training().size()).isEqualTo(22_000);
    assertThat(splits.of(Split.TRAIN).size()).isEqualTo(20_000);
    assertThatThrownBy(() -> splits.of(Split.TEST))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data.split: expected examples that were not learned from, got all of them: data.split"
                + " is all, so there is no test split. Ask for the split all, or learn from"
                + " train.");
  }

  @Test
  void examples_that_a_program_gives_have_all_of_them_too() {
    ImageSet test = ImageSets.open(DataRecipe.of("eight-gaussians").withSplit(Split.TEST), null);
    assertThat(DataSplits.of(test.only(1, 2), test.only(3)).of(Split.ALL).size()).isEqualTo(3);
    assertThat(DataSplits.of(test.only(1, 2), null).of(Split.ALL).size()).isEqualTo(2);
  }

  @Test
  void a_class_that_a_set_lacks_is_refused_before_anything_is_read() {
    DataRecipe recipe = read("{set: flowers, split: all, classes: [daisy, sunflowers]}");
    assertThatThrownBy(() -> ImageSets.open(recipe, null))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "flowers: no class sunflowers; did you mean sunflower? Its classes are daisy,"
                + " dandelion, rose, sunflower, tulip.");
  }

  @Test
  void vectors_have_no_size_and_no_colors() {
    assertThatThrownBy(
            () -> ImageSets.formOf(DataRecipe.of("tilted-plane").withSize(8), null).shape())
        .hasMessage("data: size, fit and colors are for images; tilted-plane holds vectors of 3");
  }

  @Test
  void senseless_values_are_refused_at_birth() {
    assertThatThrownBy(() -> DataRecipe.of(" "))
        .isInstanceOf(UsageException.class)
        .hasMessage("data.set: expected the name of a set, got none");
    assertThatThrownBy(() -> DataRecipe.of("mnist").withSize(0))
        .hasMessage(
            "data.size: expected one side or [height, width], each from 1 to 4096, got [0]");
    assertThatThrownBy(() -> DataRecipe.of("mnist").withClasses("5", "5"))
        .hasMessage("data.classes: expected each name once, got [5, 5]");
    assertThatThrownBy(() -> DataRecipe.of("mnist").withClasses())
        .hasMessage("data.classes: expected at least one name, got []");
  }

  @Test
  void a_missing_folder_is_explained(@TempDir Path data) {
    assertThatThrownBy(() -> ImageSets.open(DataRecipe.of("flowers"), data))
        .hasMessage(
            ("flowers: expected flowers.zip (of class folders) in %s, found no such folder. Get the"
                    + " files from https://www.kaggle.com/datasets/alxmamaev/flowers-recognition"
                    + " and put them there, or name the folder that holds flowers/ as the data"
                    + " folder or in FIGMENT_DATA. The set glyphs needs no download.")
                .formatted(data.resolve("flowers")));
  }

  @Test
  void a_missing_file_is_named(@TempDir Path data) throws IOException {
    Crafted.write(data.resolve("mnist/train-images-idx3-ubyte.gz"), new byte[0]);
    assertThatThrownBy(() -> ImageSets.open(DataRecipe.of("mnist"), data))
        .hasMessageContaining(
            "found no train-labels-idx1-ubyte.gz or train-labels-idx1-ubyte. Get them by figment"
                + " data get mnist, or get the files from");
  }

  private DataRecipe read(String text) {
    return RecipeText.read(text, DataRecipe.class);
  }
}
