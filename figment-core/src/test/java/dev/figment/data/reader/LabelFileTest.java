package dev.figment.data.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.data.Crafted;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.LoadReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LabelFileTest {
  private static final String BOTH =
      "[\"00000/img00000000.png\", 2], [\"00000/img00000001.png\", 0]";
  @TempDir Path folder;

  private ImageSet read(String json, List<String> classes) throws IOException {
    Path zip =
        Crafted.zip(
            folder.resolve("set.zip"),
            Map.of(
                "00000/img00000000.png", Crafted.png(2, 2, 0x111111),
                "00000/img00000001.png", Crafted.png(2, 2, 0x222222),
                "dataset.json", json.getBytes(UTF_8)));
    DataRecipe recipe = DataRecipe.of(zip.toString());
    return ClassFolderReader.read(
        zip, classes.isEmpty() ? recipe : recipe.withClasses(classes.toArray(String[]::new)));
  }

  @Test
  void numbers_of_classes_are_their_names_where_nothing_says_others() throws IOException {
    ImageSet set = read("{\"labels\": [" + BOTH + "]}", List.of());
    assertThat(set.classes()).containsExactly("0", "1", "2");
    assertThat(set.labels()).containsExactly(2, 0);
  }

  @Test
  void names_of_classes_are_read_where_they_are_there() throws IOException {
    String json = "{\"labels\": [" + BOTH + "], \"classes\": [\"daisy\", \"oak\", \"rose\"]}";
    assertThat(read(json, List.of()).classes()).containsExactly("daisy", "oak", "rose");
    ImageSet roses = read(json, List.of("rose"));
    assertThat(roses.size()).isEqualTo(1);
    assertThat(roses.image(0).bytes()[0]).isEqualTo((byte) 0x11);
  }

  @Test
  void null_is_no_labels() throws IOException {
    assertThat(read("{\"labels\": null}", List.of()).classes()).isEmpty();
  }

  @Test
  void one_that_is_far_longer_than_its_images_need_is_refused() {
    assertThatThrownBy(() -> read(" ".repeat(1_100_000), List.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("not to be trusted");
    Path set = folder.resolve("set");
    assertThatThrownBy(
            () -> {
              Crafted.write(set.resolve("a.png"), Crafted.png(2, 2, 1));
              Crafted.write(set.resolve("dataset.json"), new byte[1_100_000]);
              ClassFolderReader.read(set, DataRecipe.of(set.toString()));
            })
        .isInstanceOf(DataException.class)
        .hasMessageContaining("dataset.json: expected at most 1049576 bytes, got 1100000.");
  }

  @Test
  void it_is_not_counted_among_what_is_left_out() throws IOException {
    assertThat(read("{\"labels\": null}", List.of()).loadReport()).isEqualTo(LoadReport.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | expected JSON, got none",
        "{} | expected labels, a list or null, got {}",
        "[] | expected labels, a list or null, got []",
        "{'labels': [['00000/img00000000.png', 2]]} | expected a label of each image, got none of"
            + " 00000/img00000001.png",
        "{'labels': [BOTH, ['gone.png', 1]]} | expected labels of the 2 images that there are, got"
            + " 3",
        "{'labels': [BOTH, BOTH]} | expected each image once, got",
        "{'labels': [['00000/img00000000.png', -1]]} | a name and a class number each",
        "{'labels': [['00000/img00000000.png', 1e9]]} | a name and a class number each",
        "{'labels': [['00000/img00000000.png', 99999999]]} | a name and a class number each",
        "{'labels': [['00000/img00000000.png', [0.1, 0.9]]]} | a name and a class number each",
        "{'labels': [BOTH], 'classes': ['a', 'b']} | expected names of 3 classes, got [a, b]",
        "{'labels': [BOTH], 'classes': ['a', 'a', 'b']} | expected each class once, got [a, a, b]"
      },
      quoteCharacter = '~')
  void others_are_refused(String json, String said) {
    String text = json.replace("BOTH", BOTH).replace('\'', '"');
    assertThatThrownBy(() -> read(text, List.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(folder.resolve("set.zip") + ": dataset.json: ")
        .hasMessageContaining(said);
  }
}
