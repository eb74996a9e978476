package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.UsageException;
import dev.figment.data.Crafted;
import dev.figment.data.ExampleForm;
import dev.figment.data.ImageSet;
import dev.figment.data.Range;
import dev.figment.data.image.Fit;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageListReaderTest {
  private static final ExampleForm WANTED =
      new ExampleForm(Shape.image(2, 3, 3), List.of("daisy", "rose"), Range.ZERO_TO_ONE);

  @TempDir private Path folder;

  private Path png(String name, int width, int height, int rgb) throws IOException {
    return Crafted.write(folder.resolve(name), Crafted.png(width, height, rgb));
  }

  @Test
  void a_folder_stands_for_the_images_under_it_sorted() throws IOException {
    Path first = png("b/2.png", 1, 1, 0);
    Path second = png("b/1.png", 1, 1, 0);
    Path alone = png("a.png", 1, 1, 0);
    Files.writeString(folder.resolve("b/notes.txt"), "not an image");
    assertThat(ImageSets.filesOf(List.of(alone, folder.resolve("b"))))
        .containsExactly(alone, second, first);
  }

  @Test
  void images_that_fit_are_taken_as_they_are_in_the_order_given() throws IOException {
    ImageSet set =
        ImageSets.ofFiles(
            List.of(png("2.png", 3, 2, 0x010203), png("1.png", 3, 2, 0x040506)), WANTED, null);
    byte[] bytes = new byte[18];
    set.copyBytes(1, bytes, 0);
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.shape()).isEqualTo(WANTED.shape());
    assertThat(bytes).startsWith(4, 5, 6, 4, 5, 6);
    assertThat(set.classes()).isEmpty();
  }

  @Test
  void folders_that_are_named_after_classes_label_the_images() throws IOException {
    Path rose = png("rose/1.png", 3, 2, 0);
    Path daisy = png("daisy/1.png", 3, 2, 0);
    ImageSet set = ImageSets.ofFiles(List.of(rose, daisy), WANTED, null);
    assertThat(set.classes()).containsExactly("daisy", "rose");
    assertThat(set.labels()).containsExactly(1, 0);
    Path other = png("tulip/1.png", 3, 2, 0);
    assertThat(ImageSets.ofFiles(List.of(rose, other), WANTED, null).classes()).isEmpty();
  }

  @Test
  void others_keep_their_aspect_ratio_where_they_are_cropped() throws IOException {
    ExampleForm small = ExampleForm.of(Shape.image(2, 2, 3));
    Path wide = png("1.png", 8, 4, 0xffffff);
    ImageSet padded = ImageSets.ofFiles(List.of(wide), small, Fit.PAD);
    assertThat(padded.image(0).bytes()).contains(0).contains(255);
    ImageSet cropped = ImageSets.ofFiles(List.of(wide), small, Fit.CROP);
    assertThat(cropped.image(0).bytes()).containsOnly(255);
  }

  @Test
  void others_are_resized_and_colored_where_that_is_asked_for() throws IOException {
    ExampleForm gray = ExampleForm.of(Shape.image(2, 2, 1));
    ImageSet set = ImageSets.ofFiles(List.of(png("1.png", 8, 4, 0x808080)), gray, Fit.STRETCH);
    byte[] bytes = new byte[4];
    set.copyBytes(0, bytes, 0);
    assertThat(bytes).containsOnly(0x80);
  }

  @Test
  void others_are_refused_otherwise_with_the_remedy() throws IOException {
    Path wide = png("wide.png", 4, 2, 0);
    Path fits = png("fits.png", 3, 2, 0);
    assertThatThrownBy(() -> ImageSets.ofFiles(List.of(fits, wide), WANTED, null))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "images: expected images of 2×3×3, as the model takes, got others. Have them"
                + " resized to that size and color:\n  "
                + wide
                + ": 2×4×3");
  }

  @Test
  void files_that_are_no_images_are_named_together() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "words");
    Path none = folder.resolve("none.png");
    Path fits = png("fits.png", 3, 2, 0);
    assertThatThrownBy(() -> ImageSets.ofFiles(List.of(fits, text, none), WANTED, Fit.STRETCH))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "images: expected 3 images, found 2 unreadable:\n  "
                + text
                + ": not an image, whatever its name says\n  "
                + none
                + ": there is no such file or folder");
  }

  @Test
  void a_folder_without_images_is_refused() {
    assertThatThrownBy(() -> ImageSets.filesOf(List.of(folder)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            folder
                + ": expected images (bmp, gif, jfif, jpe, jpeg, jpg, png, webp) in this folder,"
                + " found none");
  }

  @Test
  void a_model_of_vectors_takes_no_images() {
    assertThatThrownBy(
            () -> ImageSets.ofFiles(List.of(folder), ExampleForm.of(Shape.vector(3)), Fit.STRETCH))
        .hasMessage("images: the model takes examples of 3, which are no images");
  }
}
