package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.Progress;
import dev.figment.UsageException;
import dev.figment.data.Crafted;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.LoadReport;
import dev.figment.data.image.Colors;
import dev.figment.data.image.Conversion;
import dev.figment.data.image.Fit;
import dev.figment.data.image.ImageTransform;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreparationTest {
  private static final ImageTransform SMALL = new ImageTransform(4, 6, null, Fit.CROP);
  @TempDir Path folder;
  private Path photos;
  private Path zip;

  @BeforeEach
  void draw() throws IOException {
    photos = folder.resolve("photos");
    zip = folder.resolve("photos.zip");
    put("rose/b.png", Crafted.png(6, 4, 0x102030));
    put("rose/a.png", Crafted.png(12, 8, 0x405060));
    put("daisy/c.png", Png.bytes(GrayImage.of(6, 4, new byte[24])));
  }

  private void put(String name, byte[] bytes) throws IOException {
    Crafted.write(photos.resolve(name), bytes);
  }

  private Preparation.Report prepare(ImageTransform transform) {
    return Preparation.write(photos, zip, transform, true, Progress.NONE);
  }

  private ImageSet read() {
    return ClassFolderReader.read(zip, DataRecipe.of(zip.toString()));
  }

  @Test
  void images_of_many_kinds_come_to_one_and_are_read_with_their_classes() throws IOException {
    Preparation.Report report = prepare(SMALL);
    assertThat(report.images()).isEqualTo(3);
    assertThat(report.shape()).isEqualTo(Shape.image(4, 6, 3));
    assertThat(report.examplesPerClass()).isEqualTo(Map.of("daisy", 1, "rose", 2));
    assertThat(report.resized()).isEqualTo(1);
    assertThat(report.loaded().changed()).isEqualTo(Map.of(Conversion.COLORED, 1));
    assertThat(report.dropped()).isEmpty();
    ImageSet set = read();
    assertThat(set.shape()).isEqualTo(Shape.image(4, 6, 3));
    assertThat(set.classes()).containsExactly("daisy", "rose");
    assertThat(set.labels()).containsExactly(0, 1, 1);
    assertThat(set.image(0).bytes()).containsOnly((byte) 0);
    assertThat(set.image(1).bytes()).startsWith(0x40, 0x50, 0x60).endsWith(0x40, 0x50, 0x60);
    assertThat(set.image(2).bytes()).startsWith(0x10, 0x20, 0x30);
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(Object::toString))
          .containsExactly(
              "00000/img00000000.png",
              "00000/img00000001.png",
              "00000/img00000002.png",
              "dataset.json");
      assertThat(new String(file.getInputStream(file.getEntry("dataset.json")).readAllBytes()))
          .isEqualTo(
              "{\"labels\":[[\"00000/img00000000.png\",0],[\"00000/img00000001.png\",1],"
                  + "[\"00000/img00000002.png\",1]],\"classes\":[\"daisy\",\"rose\"]}");
    }
  }

  @Test
  void the_same_images_make_the_same_bytes_and_a_zip_of_them_too() throws IOException {
    prepare(SMALL);
    byte[] first = Files.readAllBytes(zip);
    Files.delete(zip);
    prepare(SMALL);
    assertThat(zip).hasBinaryContent(first);
    Path again = folder.resolve("again.zip");
    Preparation.write(zip, again, ImageTransform.IDENTITY, true, Progress.NONE);
    assertThat(again).hasBinaryContent(first);
  }

  @Test
  void what_cannot_be_read_and_what_comes_twice_is_dropped_with_the_reason() throws IOException {
    put("rose/broken.png", new byte[] {1, 2, 3});
    put("rose/empty.jpg", new byte[0]);
    put("rose/z.png", Crafted.png(6, 4, 0x102030));
    assertThat(prepare(SMALL).dropped())
        .isEqualTo(
            Map.of(
                "rose/broken.png", "not an image, whatever its name says",
                "rose/empty.jpg", "it is empty",
                "rose/z.png", "the same as rose/b.png"));
    assertThat(read().size()).isEqualTo(3);
  }

  @Test
  void images_that_are_all_gray_stay_so_unless_colors_are_asked_for() throws IOException {
    Files.delete(photos.resolve("rose/a.png"));
    Files.delete(photos.resolve("rose/b.png"));
    assertThat(prepare(ImageTransform.IDENTITY).shape().channels()).isEqualTo(1);
    Files.delete(zip);
    ImageTransform rgb = new ImageTransform(0, 0, Colors.RGB, Fit.CROP);
    assertThat(prepare(rgb).shape().channels()).isEqualTo(3);
  }

  @Test
  void what_is_done_to_images_is_counted_and_so_are_other_files() throws IOException {
    put("rose/wide.png", Crafted.png(12, 4, 0x777777));
    put("rose/lying.png", Crafted.withChunk(Crafted.png(4, 6, 5), exif(6)));
    put("rose/notes.txt", new byte[9]);
    Preparation.Report report = prepare(SMALL);
    assertThat(report.images()).isEqualTo(5);
    assertThat(report.loaded())
        .isEqualTo(
            new LoadReport(
                Map.of(Conversion.COLORED, 1, Conversion.TURNED, 1, Conversion.CROPPED, 1),
                Map.of(".txt", 1)));
    assertThat(report.resized()).isEqualTo(2);
  }

  private static byte[] exif(int orientation) {
    return Crafted.pngChunk("eXIf", Crafted.exif(orientation));
  }

  @Test
  void images_beside_class_folders_are_dropped_unless_folders_are_no_classes() throws IOException {
    put("stray.png", Crafted.png(6, 4, 0x123456));
    Preparation.Report report = prepare(SMALL);
    assertThat(report.dropped()).isEqualTo(Map.of("stray.png", "beside class folders"));
    assertThat(report.images()).isEqualTo(3);
    Path all = folder.resolve("all.zip");
    Preparation.Report flat = Preparation.write(photos, all, SMALL, false, Progress.NONE);
    assertThat(flat.images()).isEqualTo(4);
    assertThat(flat.examplesPerClass()).isEmpty();
  }

  @Test
  void a_tar_is_taken_too() throws IOException {
    Path tar = folder.resolve("photos.tar");
    Files.write(tar, Crafted.tar(Map.of("rose/1.png", Crafted.png(6, 4, 3))));
    Preparation.Report report =
        Preparation.write(tar, zip, ImageTransform.IDENTITY, true, Progress.NONE);
    assertThat(report.examplesPerClass()).isEqualTo(Map.of("rose", 1));
  }

  @Test
  void loose_images_have_no_classes() throws IOException {
    Path loose = folder.resolve("loose");
    Crafted.write(loose.resolve("1.png"), Crafted.png(3, 3, 0xffffff));
    assertThat(
            Preparation.write(loose, zip, ImageTransform.IDENTITY, true, Progress.NONE)
                .examplesPerClass())
        .isEmpty();
    assertThat(read().classes()).isEmpty();
  }

  @Test
  void how_far_it_is_is_told() throws IOException {
    for (int i = 0; i < 37; i++) {
      put("daisy/%03d.png".formatted(i), Crafted.png(2, 2, i));
    }
    List<String> told = new ArrayList<>();
    Preparation.write(
        photos, zip, SMALL, true, (task, done, value) -> told.add(task.name() + " " + done));
    assertThat(told)
        .containsExactly(
            "looking 0", "looking 32", "looking 40", "writing 0", "writing 32", "writing 40");
  }

  @Test
  void what_cannot_be_done_is_refused_and_leaves_nothing() throws IOException {
    assertThatThrownBy(() -> prepare(ImageTransform.IDENTITY))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "size: expected one, since images differ in theirs (4×6×3, 8×12×3). Name the one that"
                + " all come to.");
    assertThat(zip).doesNotExist();
    Path none = Files.createDirectories(folder.resolve("none"));
    Crafted.write(none.resolve("x.png"), new byte[1]);
    assertThatThrownBy(() -> Preparation.write(none, zip, SMALL, true, Progress.NONE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected images, got none that can be read:\n  x.png: not an image");
    for (int i = 10; i < 21; i++) {
      Crafted.write(none.resolve(i + ".png"), new byte[1]);
    }
    assertThatThrownBy(() -> Preparation.write(none, zip, SMALL, true, Progress.NONE))
        .hasMessageEndingWith("19.png: not an image, whatever its name says\n  and 2 more");
    Path split = folder.resolve("split");
    Crafted.write(split.resolve("train/a.png"), Crafted.png(2, 2, 1));
    assertThatThrownBy(() -> Preparation.write(split, zip, SMALL, true, Progress.NONE))
        .hasMessageContaining("got train/ and test/. Prepare each of the two by itself.");
    Files.createFile(zip);
    assertThatThrownBy(() -> prepare(SMALL)).hasMessageContaining("expected a new name, got that");
    assertThat(zip).isEmptyFile();
  }
}
