package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.Progress;
import dev.figment.data.Crafted;
import dev.figment.data.reader.DataCheck.FileFinding;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataCheckTest {
  @TempDir private Path folder;

  private void put(String name, byte[] bytes) throws IOException {
    Crafted.write(folder.resolve(name), bytes);
  }

  private static byte[] image(int type, String format) throws IOException {
    return Crafted.encoded(new BufferedImage(3, 2, type), format);
  }

  private DataCheck check() {
    return DataCheck.of(folder, Progress.NONE);
  }

  @Test
  void every_odd_file_is_told_and_none_keeps_others_from_being_looked_at() throws IOException {
    byte[] good = Crafted.png(3, 2, 1);
    put("rose/good.png", good);
    put("rose/again.png", good);
    put("rose/empty.png", new byte[0]);
    put("rose/text.jpg", "just words".getBytes());
    put("rose/cut.png", Arrays.copyOf(Crafted.png(3, 2, 2), 50));
    put("rose/bomb.png", Crafted.pngHeader(60_000, 60_000));
    put("rose/jpeg.png", image(BufferedImage.TYPE_INT_RGB, "jpg"));
    put("rose/see-through.png", image(BufferedImage.TYPE_INT_ARGB, "png"));
    put("rose/deep.png", image(BufferedImage.TYPE_USHORT_GRAY, "png"));
    byte[] exif = Crafted.pngChunk("eXIf", Crafted.exif(8));
    put("rose/lying.png", Crafted.withChunk(Crafted.png(3, 2, 3), exif));
    put("rose/huge.bmp", huge());
    put("loose.png", Crafted.png(3, 2, 4));
    put("rose/scan.tif", new byte[1]);
    DataCheck check = check();
    assertThat(check.images()).isEqualTo(12);
    assertThat(check.leftOut()).isEqualTo(Map.of(".tif", 1));
    assertThat(check.isBroken()).isTrue();
    assertThat(check.findings())
        .containsExactly(
            new FileFinding("loose.png", Finding.UNLABELED, "beside class folders"),
            broken("bomb.png", "declares 60000×60000 pixels, more than 100 million"),
            broken("cut.png", "damaged (it is cut short)"),
            new FileFinding("rose/deep.png", Finding.SIXTEEN_BIT, ""),
            new FileFinding("rose/deep.png", Finding.GRAY, ""),
            broken("empty.png", "it is empty"),
            new FileFinding("rose/good.png", Finding.DUPLICATE, "of rose/again.png"),
            new FileFinding("rose/huge.bmp", Finding.HUGE, "4000×5000×1"),
            new FileFinding("rose/huge.bmp", Finding.GRAY, ""),
            new FileFinding("rose/jpeg.png", Finding.MISNAMED, "it is a JPEG"),
            new FileFinding("rose/lying.png", Finding.TURNED, ""),
            new FileFinding("rose/see-through.png", Finding.ALPHA, ""),
            broken("text.jpg", "not an image, whatever its name says"));
    assertThat(check.formats()).isEqualTo(Map.of("PNG", 8, "JPEG", 1, "BMP", 1));
    assertThat(check.sizes()).containsEntry("2×3×3", 5).containsEntry("3×2×3", 1);
  }

  private static byte[] huge() throws IOException {
    return Crafted.encoded(new BufferedImage(5000, 4000, BufferedImage.TYPE_BYTE_GRAY), "bmp");
  }

  private static FileFinding broken(String name, String reason) {
    return new FileFinding("rose/" + name, Finding.BROKEN, reason);
  }

  @Test
  void of_images_as_they_should_be_nothing_is_found() throws IOException {
    put("rose/1.png", Crafted.png(3, 2, 1));
    put("tulip/1.png", Crafted.png(3, 2, 2));
    List<Integer> done = new ArrayList<>();
    DataCheck check = DataCheck.of(folder, (task, count, value) -> done.add(count));
    assertThat(check.findings()).isEmpty();
    assertThat(check.isBroken()).isFalse();
    assertThat(done).containsExactly(0, 2);
  }

  @Test
  void an_image_beside_class_folders_keeps_a_set_from_being_read() throws IOException {
    put("rose/1.png", Crafted.png(3, 2, 1));
    put("loose.png", Crafted.png(3, 2, 2));
    DataCheck check = check();
    assertThat(check.findings()).containsExactly(beside("loose.png"));
    assertThat(check.isBroken()).isTrue();
  }

  private static FileFinding beside(String name) {
    return new FileFinding(name, Finding.UNLABELED, "beside class folders");
  }

  @Test
  void so_it_does_in_a_split() throws IOException {
    put("train/rose/1.png", Crafted.png(3, 2, 1));
    put("train/loose.png", Crafted.png(3, 2, 2));
    put("test/rose/1.png", Crafted.png(3, 2, 3));
    put("test/lost.png", Crafted.png(3, 2, 4));
    assertThat(check().findings())
        .containsExactly(beside("test/lost.png"), beside("train/loose.png"));
    put("dataset.json", "{\"labels\": null}".getBytes());
    assertThat(check().findings()).isEmpty();
  }

  @Test
  void what_is_only_odd_does_not() throws IOException {
    put("rose/1.png", Crafted.png(3, 2, 1));
    put("rose/2.png", Crafted.png(3, 2, 1));
    assertThat(check().count(Finding.DUPLICATE)).isEqualTo(1);
    assertThat(check().isBroken()).isFalse();
  }

  @Test
  void a_damaged_file_of_labels_is_found_wherever_it_counts() throws IOException {
    put("train/1.png", Crafted.png(3, 2, 1));
    put("test/1.png", Crafted.png(3, 2, 2));
    put("train/dataset.json", "{\"labels\": [[\"1.png\", 0]]}".getBytes());
    put("test/dataset.json", "{\"labels\": 7}".getBytes());
    DataCheck check = check();
    assertThat(check.findings())
        .containsExactly(
            new FileFinding(
                "test/dataset.json",
                Finding.BROKEN,
                "expected labels, a list or null, got {\"labels\":7}. Delete it where folders are"
                    + " the classes, or write it anew."));
    assertThat(check.isBroken()).isTrue();
  }

  @Test
  void a_zip_with_a_damaged_entry_is_looked_at_to_its_end() throws IOException {
    Path zip = Crafted.stored(folder.resolve("set.zip"), "rose/1.png", Crafted.png(3, 2, 1));
    byte[] bytes = java.nio.file.Files.readAllBytes(zip);
    bytes[80] ^= 1;
    java.nio.file.Files.write(zip, bytes);
    DataCheck check = DataCheck.of(zip, Progress.NONE);
    assertThat(check.findings())
        .containsExactly(broken("1.png", "damaged in the zip (its CRC-32 is another)"));
  }

  @Test
  void where_nothing_is_there_is_nothing_to_check() {
    assertThatThrownBy(() -> DataCheck.of(folder.resolve("nowhere"), Progress.NONE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("found nothing there");
  }
}
