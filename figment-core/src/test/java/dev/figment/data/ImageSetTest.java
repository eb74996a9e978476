package dev.figment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.DataException;
import dev.figment.ExitCode;
import dev.figment.data.set.ImageSets;
import dev.figment.nn.Shape;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageSetTest {
  private final ImageSet set =
      ImageSet.ofBytes(
          "tiny",
          Shape.image(1, 2, 1),
          List.of("cat", "dog", "owl"),
          new int[] {2, 0, 1, 2},
          new byte[] {0, 1, 2, 3, 4, 5, 6, (byte) 255});

  @Test
  void examples_are_copied_where_they_are_wanted() {
    byte[] bytes = new byte[4];
    set.copyBytes(3, bytes, 1);
    assertThat(bytes).containsExactly(0, 6, 255, 0);
    float[] floats = new float[3];
    set.copyFloats(3, floats, 1);
    assertThat(floats).containsExactly(0, 6, 255);
  }

  @Test
  void chosen_classes_keep_their_order_and_are_numbered_anew() {
    ImageSet chosen = set.onlyClasses(List.of("owl", "cat"));
    assertThat(chosen.classes()).containsExactly("owl", "cat");
    assertThat(chosen.labels()).containsExactly(0, 1, 0);
    assertThat(chosen.image(2).bytes()).containsExactly(6, 255);
  }

  @Test
  void sets_of_one_form_are_joined_one_after_the_other() {
    ImageSet joined = ImageSet.joined(List.of(set.only(3, 1), set.only(0)));
    assertThat(joined.labels()).containsExactly(2, 0, 2);
    assertThat(joined.classes()).isEqualTo(set.classes());
    assertThat(joined.image(0).bytes()).containsExactly(6, 255);
    assertThat(joined.image(2).bytes()).containsExactly(0, 1);
  }

  @Test
  void sets_of_other_classes_are_not_joined() {
    assertThatThrownBy(() -> ImageSet.joined(List.of(set, set.onlyClasses(List.of("owl")))))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "tiny: expected all of 1×2×1 with classes [cat, dog, owl], found some of 1×2×1 with"
                + " classes [owl]. Bring them to one form with data.size, data.colors and"
                + " data.classes.");
  }

  @Test
  void an_unknown_class_is_refused_with_the_nearest_and_with_all() {
    assertThatThrownBy(() -> set.onlyClasses(List.of("dogs")))
        .isInstanceOf(DataException.class)
        .hasMessage("tiny: no class dogs; did you mean dog? Its classes are cat, dog, owl.");
    assertThatThrownBy(() -> set.onlyClasses(List.of("elephant")))
        .hasMessage("tiny: no class elephant. Its classes are cat, dog, owl.");
  }

  @Test
  void more_than_an_array_holds_is_refused() {
    assertThatThrownBy(() -> ImageSet.memory("big", Shape.image(1024, 1024, 3), 1000))
        .hasMessage(
            "big: expected at most 2147483639 bytes of images, got 3145728000 (1000 of"
                + " 1024×1024×3). Make them smaller (data.size=32) or read fewer classes"
                + " (data.classes).");
  }

  @Test
  void a_summary_counts_and_measures() {
    DataSummary summary = DataSummary.of(set);
    assertThat(summary.examplesPerClass().toString()).isEqualTo("{cat=1, dog=1, owl=2}");
    assertThat(summary.mean()).isCloseTo(276 / 8.0 / 255, within(1e-12));
    assertThat(summary.standardDeviation()).isCloseTo(0.326910, within(1e-6));
    assertThat(summary.bytes()).isEqualTo(8);
  }

  @Test
  void ranges_bring_black_and_white_to_their_ends() {
    assertThat(Range.ZERO_TO_ONE.of((byte) 0)).isEqualTo(0f);
    assertThat(Range.ZERO_TO_ONE.of((byte) 255)).isEqualTo(1f);
    assertThat(Range.MINUS_ONE_TO_ONE.of((byte) 0)).isEqualTo(-1f);
    assertThat(Range.MINUS_ONE_TO_ONE.of((byte) 255)).isEqualTo(1f);
  }

  @Test
  void an_unknown_set_is_refused_with_the_nearest_and_with_all() {
    assertThatThrownBy(() -> ImageSets.open(DataRecipe.of("fashion-mnits"), null))
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessage(
            "data.set: no set fashion-mnits; did you mean fashion-mnist? There are cifar-10,"
                + " eight-gaussians, fashion-mnist, flowers, glyphs, mnist, shapes, tilted-plane;"
                + " or give the path of a folder or archive of images, with a / in it,"
                + " as in ./fashion-mnits.");
  }
}
