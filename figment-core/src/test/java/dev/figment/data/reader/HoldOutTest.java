package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.data.Crafted;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.set.ImageSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldOutTest {
  @TempDir private Path folder;

  private void put(String name, int color) throws IOException {
    Crafted.write(folder.resolve(name), Crafted.png(2, 2, color));
  }

  private void putAll() throws IOException {
    for (int i = 0; i < 60; i++) {
      put((i % 2 == 0 ? "even/" : "odd/") + i + ".png", i);
    }
  }

  private static ImageSet open(Path path, Split split) {
    return ImageSets.open(DataRecipe.of(path.toString()).withHoldOut(0.25).withSplit(split), null);
  }

  private static Set<Byte> colors(ImageSet set) {
    Set<Byte> colors = new TreeSet<>();
    IntStream.range(0, set.size()).forEach(i -> colors.add(set.image(i).bytes()[2]));
    return colors;
  }

  @Test
  void what_is_held_out_is_the_test_split_and_the_rest_is_learned_from() throws IOException {
    putAll();
    ImageSet train = open(folder, Split.TRAIN);
    ImageSet test = open(folder, Split.TEST);
    assertThat(train.size() + test.size()).isEqualTo(60);
    assertThat(test.size()).isBetween(8, 22); // about 15
    assertThat(colors(train)).doesNotContainAnyElementsOf(colors(test));
    assertThat(train.classes()).isEqualTo(test.classes()).containsExactly("even", "odd");
    assertThat(open(folder, Split.ALL).size()).isEqualTo(60);
  }

  @Test
  void what_is_left_out_is_told_once() throws IOException {
    putAll();
    Files.createFile(folder.resolve("even/notes.txt"));
    assertThat(open(folder, Split.ALL).loadReport().leftOut()).isEqualTo(Map.of(".txt", 1));
  }

  @Test
  void an_image_stays_on_its_side_when_it_is_renamed_and_others_come() throws IOException {
    putAll();
    Set<Byte> held = colors(open(folder, Split.TEST));
    for (int i = 0; i < 60; i += 2) {
      Path image = folder.resolve("even/" + i + ".png");
      Files.move(image, image.resolveSibling("renamed-" + (60 - i) + ".png"));
    }
    assertThat(colors(open(folder, Split.TEST))).isEqualTo(held);
    for (int i = 60; i < 90; i++) {
      put("odd/" + i + ".png", i);
    }
    assertThat(colors(open(folder, Split.TEST))).containsAll(held);
    assertThat(colors(open(folder, Split.TRAIN))).doesNotContainAnyElementsOf(held);
  }

  @Test
  void a_zip_and_a_tar_hold_the_same_images_out_as_the_folder() throws IOException {
    putAll();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      String name = (i % 2 == 0 ? "even/" : "odd/") + i + ".png";
      files.put(name, Files.readAllBytes(folder.resolve(name)));
    }
    String held = open(folder, Split.TEST).fingerprint();
    Path zip = Crafted.zip(folder.resolve("all.zip"), files);
    Path tar = Crafted.write(folder.resolve("all.tar"), Crafted.tar(files));
    assertThat(open(zip, Split.TEST).fingerprint()).isEqualTo(held);
    assertThat(open(tar, Split.TEST).fingerprint()).isEqualTo(held);
  }

  @Test
  void the_share_is_that_of_many_files() {
    HoldOut tenth = new HoldOut(0.1);
    long held = IntStream.range(0, 100_000).filter(i -> tenth.isHeld(i * 7919L)).count();
    assertThat(held).isBetween(9_700L, 10_300L);
  }

  @Test
  void where_there_is_a_test_split_nothing_is_held_out() throws IOException {
    put("train/a/1.png", 1);
    put("test/a/1.png", 2);
    assertThatThrownBy(() -> open(folder, Split.TEST))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            folder
                + ": expected one way to a test split, found a folder test/ and data.holdOut. Leave"
                + " data.holdOut out.");
    assertThatThrownBy(() -> ImageSets.open(DataRecipe.of("glyphs").withHoldOut(0.1), null))
        .hasMessage(
            "data.holdOut: is for folders and archives of one's own; glyphs has a test split. Leave"
                + " it out.");
    assertThatThrownBy(() -> DataRecipe.of("./photos").withHoldOut(1))
        .hasMessage("data.holdOut: expected a share from 0 to 0.9, got 1.0");
  }

  @Test
  void whether_there_is_a_test_split_is_known_by_names() throws IOException {
    put("a/1.png", 1);
    DataRecipe recipe = DataRecipe.of(folder.toString());
    assertThat(ImageSets.hasTest(recipe)).isFalse();
    assertThat(ImageSets.hasTest(recipe.withHoldOut(0.1))).isTrue();
    assertThat(ImageSets.hasTest(DataRecipe.of("glyphs"))).isTrue();
    Files.createDirectories(folder.resolve("split/train"));
    put("split/train/1.png", 1);
    put("split/test/1.png", 1);
    assertThat(ImageSets.hasTest(DataRecipe.of(folder.resolve("split").toString()))).isTrue();
  }
}
