package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.data.Crafted;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.Split;
import dev.figment.data.image.Fit;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassFolderReaderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "all/", "all/of/"})
  void folders_are_classes_below_those_that_hold_everything(String above) throws IOException {
    put(above + "rose/1.png", 2, 0xff0000);
    put(above + "daisy/2.png", 2, 0xffffff);
    put(above + "daisy/1.png", 2, 0x0000ff);
    ImageSet set = open(recipe());
    assertThat(set.classes()).containsExactly("daisy", "rose");
    assertThat(set.labels()).containsExactly(0, 0, 1);
    assertThat(set.shape()).isEqualTo(Shape.image(2, 2, 3));
    assertThat(set.image(0).bytes()).startsWith(0, 0, 255);
  }

  @Test
  void a_zip_reads_like_the_folder_that_was_packed() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      String name = (i % 2 == 0 ? "even/" : "odd/") + i + ".png";
      files.put(name, Crafted.png(3, 3, i * 1234));
      Crafted.write(folder.resolve(name), files.get(name));
    }
    Path zip = Crafted.zip(folder.resolve("packed.zip"), files);
    ImageSet unpacked = open(recipe());
    ImageSet packed = open(DataRecipe.of(zip.toString()));
    assertThat(packed.labels()).isEqualTo(unpacked.labels());
    for (int i = 0; i < 100; i++) {
      assertThat(packed.image(i).bytes()).isEqualTo(unpacked.image(i).bytes());
    }
  }

  @Test
  void images_without_class_folders_are_unlabeled() throws IOException {
    put("1.png", 2, 0);
    assertThat(open(recipe()).classes()).isEmpty();
  }

  @Test
  void an_image_beside_class_folders_is_refused() throws IOException {
    put("rose/1.png", 2, 0);
    put("zebra.png", 2, 0);
    assertThatThrownBy(() -> open(recipe()))
        .hasMessage(
            folder
                + ": expected every image in a class folder, found zebra.png beside class folders");
  }

  @Test
  void renamed_text_files_are_counted_and_named_with_the_reason() throws IOException {
    put("rose/good.png", 2, 0);
    for (int i = 10; i < 22; i++) {
      Crafted.write(folder.resolve("rose/%d.png".formatted(i)), "text".getBytes());
    }
    assertThatThrownBy(() -> open(recipe()))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            folder
                + ": expected 13 images, found 12 unreadable. Remove or replace them:\n"
                + "  rose/10.png: not an image, whatever its name says\n"
                + "  rose/11.png: not")
        .hasMessageEndingWith("rose/19.png: not an image, whatever its name says\n  and 2 more");
  }

  @Test
  void mixed_sizes_are_counted_and_the_remedy_works() throws IOException {
    put("rose/1.png", 2, 0);
    put("rose/2.png", 4, 0);
    put("rose/3.png", 4, 0);
    assertThatThrownBy(() -> open(recipe()))
        .hasMessage(
            folder
                + ": expected images of one shape, found 4×4×3 (2), 2×2×3 (1). Bring them to"
                + " one: data.size=32.");
    assertThat(open(recipe().withSize(3)).shape()).isEqualTo(Shape.image(3, 3, 3));
  }

  @Test
  void gray_among_color_becomes_color_and_is_told() throws IOException {
    put("rose/1.png", 2, 0x010203);
    BufferedImage gray = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster().setSample(0, 0, 0, 9);
    Crafted.write(folder.resolve("rose/2.png"), Crafted.encoded(gray, "png"));
    ImageSet set = open(recipe());
    assertThat(set.shape()).isEqualTo(Shape.image(2, 2, 3));
    assertThat(set.image(0).bytes()).startsWith(1, 2, 3);
    assertThat(set.image(1).bytes()).startsWith(9, 9, 9);
    assertThat(set.loadReport().changedInWords()).isEqualTo("1 gray, given three equal channels");
  }

  @Test
  void what_is_hidden_or_of_another_kind_is_left_out_and_told() throws IOException {
    put("rose/1.png", 2, 0);
    put("rose/.thumbs/1.png", 1, 0);
    put(".ipynb_checkpoints/1-checkpoint.png", 1, 0);
    put("__MACOSX/rose/._1.png", 1, 0);
    Crafted.write(folder.resolve("rose/.DS_Store"), new byte[3]);
    Crafted.write(folder.resolve("rose/2.tif"), new byte[3]);
    Crafted.write(folder.resolve("rose/3.TIF"), new byte[3]);
    Crafted.write(folder.resolve("README"), new byte[3]);
    ImageSet set = open(recipe());
    assertThat(set.size()).isEqualTo(1);
    assertThat(set.loadReport().leftOutInWords())
        .isEqualTo("2 .tif, 4 hidden, 1 without a known ending");
    Path zip = packed("all.zip");
    ImageSet packed = open(DataRecipe.of(zip.toString()));
    assertThat(packed.loadReport()).isEqualTo(set.loadReport());
    assertThat(packed.fingerprint()).isEqualTo(set.fingerprint());
  }

  @Test
  void a_jfif_is_a_jpeg() throws IOException {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    Crafted.write(folder.resolve("rose/1.jfif"), Crafted.encoded(image, "jpg"));
    assertThat(open(recipe()).size()).isEqualTo(1);
  }

  @Test
  void what_was_turned_and_stretched_is_told() throws IOException {
    byte[] lying =
        Crafted.withChunk(Crafted.png(4, 2, 0), Crafted.pngChunk("eXIf", Crafted.exif(6)));
    Crafted.write(folder.resolve("1.png"), lying);
    Crafted.write(folder.resolve("2.png"), Crafted.png(2, 4, 0));
    assertThat(open(recipe()).shape()).isEqualTo(Shape.image(4, 2, 3));
    assertThat(open(recipe().withSize(2)).loadReport().changedInWords())
        .isEqualTo(
            "1 turned upright from how they are stored; 2 stretched to another aspect ratio");
    assertThat(open(recipe().withSize(2, 1)).loadReport().changedInWords())
        .isEqualTo("1 turned upright from how they are stored");
    assertThat(open(recipe().withSize(2).withFit(Fit.CROP)).loadReport().changedInWords())
        .endsWith("2 cut to another aspect ratio");
  }

  @Test
  void links_in_a_circle_and_to_nothing_are_left_out_and_told() throws IOException {
    put("rose/1.png", 2, 0);
    Files.createSymbolicLink(folder.resolve("rose/again"), folder);
    Files.createSymbolicLink(folder.resolve("rose/gone.png"), folder.resolve("nowhere.png"));
    ImageSet set = open(recipe());
    assertThat(set.size()).isEqualTo(1);
    assertThat(set.loadReport().leftOutInWords())
        .isEqualTo("1 links in a circle, 1 links to nothing");
  }

  @Test
  void one_image_is_a_set_of_one() throws IOException {
    put("photo.png", 2, 0x010203);
    ImageSet set = open(DataRecipe.of(folder.resolve("photo.png").toString()));
    assertThat(set.size()).isEqualTo(1);
    assertThat(set.name()).isEqualTo("photo.png");
    assertThat(set.image(0).bytes()).startsWith(1, 2, 3);
    assertThat(DataRecipe.of("photo.JPG").namesPath()).isTrue();
  }

  @Test
  void splits_in_a_zip_are_read_one_after_the_other() throws IOException {
    put("train/a/1.png", 2, 1);
    put("test/a/1.png", 2, 2);
    String zip = packed("both.zip").toString();
    assertThat(open(DataRecipe.of(zip).withSplit(Split.ALL)).size()).isEqualTo(2);
  }

  private Path packed(String name) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return Crafted.zip(Files.createTempDirectory(folder, ".packed").resolve(name), files);
  }

  @Test
  void train_and_test_folders_are_the_splits() throws IOException {
    put("train/a/1.png", 2, 0);
    put("train/b/1.png", 2, 0);
    put("test/b/1.png", 2, 0);
    put("test/a/2.png", 2, 0);
    assertThat(open(recipe()).size()).isEqualTo(2);
    put("test/a/3.png", 2, 0);
    assertThat(open(recipe().withSplit(Split.TEST)).labels()).containsExactly(0, 0, 1);
  }

  @Test
  void all_is_everything_in_both_folders_or_without_them() throws IOException {
    put("train/a/1.png", 2, 1);
    put("test/a/1.png", 2, 2);
    put("test/a/2.png", 2, 3);
    ImageSet all = open(recipe().withSplit(Split.ALL));
    assertThat(all.size()).isEqualTo(3);
    assertThat(all.image(0).bytes()).startsWith(0, 0, 1);
    put("b/1.png", 2, 4);
    put("b/2.png", 2, 4);
    DataRecipe without = DataRecipe.of(folder.resolve("b").toString()).withSplit(Split.ALL);
    assertThat(open(without).size()).isEqualTo(2);
  }

  @Test
  void what_is_left_out_is_told_once_of_all_splits_together() throws IOException {
    put("train/a/1.png", 2, 1);
    put("test/a/1.png", 2, 2);
    Crafted.write(folder.resolve("test/a/notes.txt"), new byte[3]);
    for (Split split : Split.values()) {
      assertThat(open(recipe().withSplit(split)).loadReport().leftOutInWords()).isEqualTo("1 .txt");
    }
  }

  @Test
  void a_class_in_one_split_only_is_refused_until_classes_are_chosen() throws IOException {
    put("train/a/1.png", 2, 0);
    put("train/b/1.png", 2, 0);
    put("test/b/1.png", 2, 0);
    DataRecipe test = recipe().withSplit(Split.TEST);
    assertThatThrownBy(() -> open(test))
        .hasMessage(
            folder
                + ": expected the same classes in train/ and test/, found [b] in test/ and"
                + " [a, b] in train/. Choose those of both with data.classes.");
    assertThat(open(test.withClasses("b")).size()).isEqualTo(1);
  }

  @Test
  void without_a_test_folder_there_is_no_test_split() throws IOException {
    put("a/1.png", 2, 0);
    assertThatThrownBy(() -> open(recipe().withSplit(Split.TEST)))
        .hasMessage(
            folder
                + ": expected a folder test/ beside a folder train/, found none: there is no test"
                + " split. Read the split train, have a share held out before training"
                + " (data.holdOut=0.1), or put the class folders into train/ and test/.");
  }

  @Test
  void classes_are_chosen_by_name_and_counted_in_that_order() throws IOException {
    put("a/1.png", 2, 0);
    put("b/1.png", 2, 0);
    put("c/1.png", 2, 0);
    ImageSet set = open(recipe().withClasses("c", "a"));
    assertThat(set.classes()).containsExactly("c", "a");
    assertThat(set.labels()).containsExactly(1, 0);
  }

  @Test
  void every_tenth_file_by_name_is_the_test_split_of_flowers() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      files.put("rose/%02d.png".formatted(i), Crafted.png(128, 128, i));
    }
    Crafted.write(folder.resolve("flowers/x"), new byte[0]);
    Crafted.zip(folder.resolve("flowers/flowers.zip"), files);
    DataRecipe flowers = DataRecipe.of("flowers");
    assertThat(ImageSets.open(flowers, folder).size()).isEqualTo(18);
    ImageSet test = ImageSets.open(flowers.withSplit(Split.TEST), folder);
    assertThat(test.size()).isEqualTo(2);
    assertThat(test.image(0).bytes()[2]).isEqualTo((byte) 9);
    assertThat(ImageSets.open(flowers.withSplit(Split.ALL), folder).size()).isEqualTo(20);
  }

  @Test
  void an_empty_folder_and_no_folder_are_refused() {
    assertThatThrownBy(() -> open(recipe()))
        .hasMessage(
            folder
                + ": expected images (bmp, gif, jfif, jpe, jpeg, jpg, png, webp) in class folders,"
                + " found none");
    assertThatThrownBy(() -> open(DataRecipe.of(folder + "/none")))
        .hasMessageStartingWith(
            folder + "/none: expected a folder, an archive or an image, found nothing there.");
  }

  private void put(String name, int side, int rgb) throws IOException {
    Crafted.write(folder.resolve(name), Crafted.png(side, side, rgb));
  }

  private DataRecipe recipe() {
    return DataRecipe.of(folder.toString());
  }

  private static ImageSet open(DataRecipe recipe) {
    return ImageSets.open(recipe, null);
  }
}
