package dev.figment.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.format.GrayImage;
import dev.figment.format.Png;
import dev.figment.nn.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageSurveyTest {
  @TempDir private Path folder;

  private void gray(String name, int height, int width) {
    Png.write(GrayImage.of(width, height, new byte[height * width]), folder.resolve(name));
  }

  private void color(String name, int height, int width) {
    Png.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), folder.resolve(name));
  }

  @Test
  void images_of_one_size_have_it_in_common() {
    gray("a/1.png", 3, 5);
    color("b/1.png", 3, 5);
    ImageSurvey survey = ImageSurvey.of(folder);
    assertThat(survey.examples()).isEqualTo(2);
    assertThat(survey.classes()).containsExactly("a", "b");
    assertThat(survey.common()).contains(Shape.image(3, 5, 3));
    assertThat(survey.channels()).isEqualTo(3);
  }

  @Test
  void classes_are_those_of_a_label_file_where_there_is_one() throws IOException {
    gray("00000/1.png", 3, 5);
    gray("00000/2.png", 3, 5);
    Files.writeString(
        folder.resolve("dataset.json"),
        """
        {"labels": [["00000/1.png", 1], ["00000/2.png", 0]], "classes": ["rose", "tulip"]}
        """);
    assertThat(ImageSurvey.of(folder).classes()).containsExactly("rose", "tulip");
  }

  @Test
  void of_images_of_many_sizes_it_knows_the_middle_one() {
    gray("1.png", 10, 20);
    gray("2.png", 10, 40);
    gray("3.png", 30, 10);
    ImageSurvey survey = ImageSurvey.of(folder);
    assertThat(survey.classes()).isEmpty();
    assertThat(survey.common()).isEmpty();
    assertThat(survey.channels()).isEqualTo(1);
    assertThat(survey.aspectRatio()).isEqualTo(2);
    assertThat(survey.longSide()).isEqualTo(30);
  }

  @Test
  void of_splits_only_what_is_learned_from_counts() {
    gray("train/a/1.png", 4, 4);
    gray("train/b/1.png", 4, 4);
    gray("test/a/1.png", 9, 9);
    gray("test/b/1.png", 9, 9);
    ImageSurvey survey = ImageSurvey.of(folder);
    assertThat(survey.examples()).isEqualTo(2);
    assertThat(survey.shapes()).isEqualTo(List.of(Shape.image(4, 4, 1), Shape.image(4, 4, 1)));
  }

  @Test
  void what_holds_no_image_is_refused() throws IOException {
    assertThatThrownBy(() -> ImageSurvey.of(folder.resolve("none")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("found nothing there");
    assertThatThrownBy(() -> ImageSurvey.of(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("found none");
    Files.writeString(folder.resolve("1.png"), "no image");
    assertThatThrownBy(() -> ImageSurvey.of(folder))
        .hasMessage(folder + ": expected images, found 1 files of which none can be read.");
  }
}
