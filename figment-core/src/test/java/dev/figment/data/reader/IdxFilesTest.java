package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.data.Crafted;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdxFilesTest {
  @TempDir private Path folder;

  /** One image of two rows and three columns, 1 to 6, of class 3. */
  private void put(String images, String labels) throws IOException {
    byte[] pixels =
        Crafted.idx(
            new int[] {1, 2, 3}, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6);
    byte[] label = Crafted.idx(new int[] {1}, (byte) 3);
    Crafted.write(folder.resolve(images), images.endsWith(".gz") ? Crafted.gzip(pixels) : pixels);
    Crafted.write(folder.resolve(labels), labels.endsWith(".gz") ? Crafted.gzip(label) : label);
  }

  private ImageSet open(Split split) {
    return ImageSets.open(DataRecipe.of(folder + "/").withSplit(split), null);
  }

  @ParameterizedTest
  @CsvSource({
    "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz",
    "train-images-idx3-ubyte, train-labels-idx1-ubyte",
    "train-images.idx3-ubyte, train-labels.idx1-ubyte",
    "train-images-idx3-ubyte/train-images-idx3-ubyte,"
        + " train-labels-idx1-ubyte/train-labels-idx1-ubyte"
  })
  void the_names_of_all_publishers_are_found(String images, String labels) throws IOException {
    put(images, labels);
    ImageSet set = open(Split.TRAIN);
    assertThat(set.shape()).hasToString("2×3×1");
    assertThat(set.image(0).bytes()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(set.classes()).containsExactly("0", "1", "2", "3");
    assertThat(set.label(0)).isEqualTo(3);
  }

  @Test
  void the_images_of_emnist_are_turned_upright_and_told() throws IOException {
    put("emnist-letters-test-images-idx3-ubyte.gz", "emnist-letters-test-labels-idx1-ubyte.gz");
    ImageSet set = open(Split.TEST);
    assertThat(set.shape()).hasToString("3×2×1");
    assertThat(set.image(0).bytes()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(set.loadReport().changedInWords())
        .isEqualTo("1 turned upright from how they are stored");
  }

  @Test
  void a_set_that_has_a_name_finds_them_too() throws IOException {
    byte[] pixels = Crafted.idx(new int[] {1, 28, 28}, new byte[784]);
    Crafted.write(folder.resolve("mnist/t10k-images.idx3-ubyte"), pixels);
    Crafted.write(
        folder.resolve("mnist/t10k-labels.idx1-ubyte"), Crafted.idx(new int[] {1}, (byte) 9));
    ImageSet set = ImageSets.open(DataRecipe.of("mnist").withSplit(Split.TEST), folder);
    assertThat(set.classes().get(set.label(0))).isEqualTo("9");
    assertThat(ImageSets.isHere(ImageSets.known("mnist"), Split.TEST, folder)).isTrue();
    assertThat(ImageSets.isHere(ImageSets.known("mnist"), Split.TRAIN, folder)).isFalse();
  }

  @Test
  void files_of_two_sets_and_a_split_that_is_missing_are_refused() throws IOException {
    put("emnist-letters-train-images-idx3-ubyte", "emnist-letters-train-labels-idx1-ubyte");
    assertThatThrownBy(() -> open(Split.TEST))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            ": expected IDX files of the test split beside the others, found none. Read the split"
                + " train.");
    put("emnist-digits-train-images-idx3-ubyte", "emnist-digits-train-labels-idx1-ubyte");
    assertThatThrownBy(() -> open(Split.TRAIN))
        .hasMessageContaining(
            "expected the IDX files of one set, found those of 2: [emnist-digits-");
  }

  @Test
  void images_without_labels_are_refused() throws IOException {
    Crafted.write(
        folder.resolve("train-images-idx3-ubyte"), Crafted.idx(new int[] {1, 1, 1}, (byte) 1));
    assertThatThrownBy(() -> open(Split.TRAIN))
        .hasMessageContaining("expected a file of labels beside ");
  }
}
