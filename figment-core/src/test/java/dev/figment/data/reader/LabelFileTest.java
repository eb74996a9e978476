package dev.figment.data.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.DataException;
import dev.figment.data.Crafted;
import dev.figment.data.DataRecipe;
import dev.figment.data.ImageSet;
import dev.figment.data.LoadReport;
import dev.figment.data.Split;
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

  private Path zip(String prefix, String json) throws IOException {
    return Crafted.zip(
        folder.resolve("set.zip"),
        Map.of(
            prefix + "00000/img00000000.png", Crafted.png(2, 2, 0x111111),
            prefix + "00000/img00000001.png", Crafted.png(2, 2, 0x222222),
            prefix + "dataset.json", json.getBytes(UTF_8)));
  }

  private ImageSet read(String json, List<String> classes) throws IOException {
    Path zip = zip("", json);
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

  private ImageSet set(Split split) {
    return ClassFolderReader.read(folder, DataRecipe.of(folder.toString()).withSplit(split));
  }

  private void put(String name, String text) throws IOException {
    Crafted.write(folder.resolve(name), text.getBytes(UTF_8));
  }

  private void drawSplits() throws IOException {
    Crafted.write(folder.resolve("train/0/1.png"), Crafted.png(2, 2, 0x111111));
    Crafted.write(folder.resolve("train/0/2.png"), Crafted.png(2, 2, 0x222222));
    Crafted.write(folder.resolve("test/0/1.png"), Crafted.png(2, 2, 0x333333));
  }

  @Test
  void each_split_may_have_its_own() throws IOException {
    drawSplits();
    String classes = ", \"classes\": [\"daisy\", \"rose\"]}";
    put("train/dataset.json", "{\"labels\": [[\"0/1.png\", 1], [\"0/2.png\", 0]]" + classes);
    put("test/dataset.json", "{\"labels\": [[\"0/1.png\", 1]]" + classes);
    assertThat(set(Split.TRAIN).classes()).containsExactly("daisy", "rose");
    assertThat(set(Split.TRAIN).labels()).containsExactly(1, 0);
    assertThat(set(Split.TEST).labels()).containsExactly(1);
    assertThat(set(Split.ALL).labels()).containsExactly(1, 0, 1);
    assertThat(set(Split.ALL).loadReport()).isEqualTo(LoadReport.NONE);
    assertThat(ImageSurvey.of(folder).classes()).containsExactly("daisy", "rose");
  }

  @Test
  void splits_whose_own_ones_know_other_classes_are_refused() throws IOException {
    drawSplits();
    put("train/dataset.json", "{\"labels\": [[\"0/1.png\", 1], [\"0/2.png\", 0]]}");
    put("test/dataset.json", "{\"labels\": [[\"0/1.png\", 0]]}");
    assertThatThrownBy(() -> set(Split.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            "expected the same classes in train/ and test/, found [0, 1] in train/ and [0] in"
                + " test/");
  }

  @Test
  void one_beside_both_splits_is_about_both() throws IOException {
    drawSplits();
    put(
        "dataset.json",
        "{\"labels\": [[\"train/0/1.png\", 1], [\"test/0/1.png\", 2], [\"train/0/2.png\", 0]]}");
    assertThat(set(Split.TRAIN).classes()).containsExactly("0", "1", "2");
    assertThat(set(Split.TRAIN).labels()).containsExactly(1, 0);
    assertThat(set(Split.TEST).labels()).containsExactly(2);
    assertThat(set(Split.TEST).image(0).bytes()[0]).isEqualTo((byte) 0x33);
    ImageSurvey survey = ImageSurvey.of(folder);
    assertThat(survey.examples()).isEqualTo(2);
    assertThat(survey.classes()).containsExactly("0", "1", "2");
  }

  @Test
  void one_in_a_folder_that_holds_everything_has_names_from_there_on() throws IOException {
    Path zip = zip("mydata/", "{\"labels\": [" + BOTH + "]}");
    ImageSet set = ClassFolderReader.read(zip, DataRecipe.of(zip.toString()));
    assertThat(set.classes()).containsExactly("0", "1", "2");
    assertThat(set.labels()).containsExactly(2, 0);
    assertThat(set.loadReport()).isEqualTo(LoadReport.NONE);
  }

  @Test
  void one_in_one_of_many_folders_is_left_out_and_told() throws IOException {
    drawSplits();
    Crafted.write(folder.resolve("train/1/1.png"), Crafted.png(2, 2, 0x444444));
    Crafted.write(folder.resolve("test/1/1.png"), Crafted.png(2, 2, 0x555555));
    put("train/0/dataset.json", "{}");
    put("more/dataset.json", "{}");
    assertThat(set(Split.TRAIN).labels()).containsExactly(0, 0, 1);
    assertThat(set(Split.TRAIN).loadReport().leftOut()).isEqualTo(Map.of(".json", 2));
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
