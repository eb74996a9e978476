package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.latent.Points;
import dev.figment.picture.Drawing.Form;
import dev.figment.picture.Drawing.Words;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScatterTest {
  private static final Points REALS = points(-1, 0, 1, 0, 0, 1, 0, -1);

  private static Points points(float... values) {
    return new Points(values, 2);
  }

  private static List<Form> dots(Scatter scatter, Color color) {
    return scatter.drawing().marks().stream()
        .filter(Form.class::isInstance)
        .map(Form.class::cast)
        .filter(form -> form.color().equals(color))
        .toList();
  }

  private static List<Form> made(Scatter scatter) {
    return dots(scatter, Palette.series(0));
  }

  private static List<String> words(Scatter scatter) {
    return scatter.drawing().marks().stream()
        .filter(Words.class::isInstance)
        .map(mark -> ((Words) mark).text())
        .toList();
  }

  private static double x(Form dot) {
    return dot.shape().getBounds2D().getCenterX();
  }

  private static double y(Form dot) {
    return dot.shape().getBounds2D().getCenterY();
  }

  @Test
  void made_points_lie_on_the_real_ones_that_they_equal() {
    Scatter scatter = Scatter.over(REALS).panel("", REALS);
    List<Form> real = dots(scatter, Palette.faint(Palette.GRAY, 0.45));
    List<Form> made = made(scatter);
    assertThat(real).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(x(made.get(i))).isCloseTo(x(real.get(i)), within(1e-9));
      assertThat(y(made.get(i))).isCloseTo(y(real.get(i)), within(1e-9));
    }
    assertThat(y(made.get(2))).as("the second number is upwards").isLessThan(y(made.get(3)));
  }

  @Test
  void the_frame_is_that_of_the_real_points_whatever_is_made() {
    Scatter near = Scatter.over(REALS).panel("", points(0.5f, 0));
    Scatter far = Scatter.over(REALS).panel("", points(0.5f, 0, 100, 100));
    assertThat(x(made(far).get(0))).isEqualTo(x(made(near).get(0)));
    assertThat(made(far)).hasSize(1);
    assertThat(far.drawing().width()).isEqualTo(near.drawing().width());
  }

  @Test
  void panels_stand_side_by_side_under_their_titles_with_what_lies_beyond() {
    Scatter scatter =
        Scatter.over(REALS).panel("one", points(0, 0)).panel("two", points(0, 0, 9, 9));
    assertThat(words(scatter)).containsExactly("one", "two", "1 beyond the edges");
    assertThat(x(made(scatter).get(1)) - x(made(scatter).get(0))).isCloseTo(212, within(1e-9));
    assertThat(y(made(scatter).get(1))).isEqualTo(y(made(scatter).get(0)));
  }

  @Test
  void without_titles_it_needs_no_words() {
    Scatter scatter = Scatter.over(REALS).panel("", points(0, 0, 9, 9));
    assertThat(words(scatter)).isEmpty();
    assertThat(scatter.toImage().getWidth()).isEqualTo(2 * 224);
    assertThat(scatter.toImage().getHeight()).isEqualTo(2 * 224);
  }

  @Test
  void points_of_a_space_are_refused() {
    assertThatThrownBy(() -> Scatter.over(new Points(new float[3], 3)))
        .isInstanceOf(UsageException.class)
        .hasMessage("scatter: expected points of 2 numbers, got 1 of 3");
    assertThatThrownBy(() -> Scatter.over(REALS).panel("", points()))
        .isInstanceOf(UsageException.class)
        .hasMessage("scatter: expected points of 2 numbers, got 0 of 2");
  }
}
