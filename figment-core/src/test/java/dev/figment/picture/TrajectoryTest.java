package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.figment.UsageException;
import dev.figment.picture.Drawing.Form;
import dev.figment.picture.Drawing.Words;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrajectoryTest {
  private static List<Form> dots(Trajectory trajectory) {
    return trajectory.drawing().marks().stream()
        .filter(Form.class::isInstance)
        .map(Form.class::cast)
        .filter(form -> form.shape() instanceof Ellipse2D)
        .toList();
  }

  private static List<String> words(Trajectory trajectory) {
    return trajectory.drawing().marks().stream()
        .filter(Words.class::isInstance)
        .map(mark -> ((Words) mark).text())
        .toList();
  }

  @Test
  void dots_stand_in_the_order_of_time_and_are_colored_by_it() {
    Trajectory trajectory =
        Trajectory.titled("").points(new double[] {0, 1, 2}, new double[] {2, 1, 0});
    List<Form> dots = dots(trajectory);
    assertThat(dots)
        .extracting(Form::color)
        .containsExactly(Palette.ofTime(0), Palette.ofTime(0.5), Palette.ofTime(1));
    assertThat(dots.get(0).shape().getBounds2D().getCenterX())
        .isLessThan(dots.get(1).shape().getBounds2D().getCenterX());
    assertThat(dots.get(0).shape().getBounds2D().getCenterY())
        .as("2 lies above 1")
        .isLessThan(dots.get(1).shape().getBounds2D().getCenterY());
  }

  @Test
  void axes_and_colors_are_named() {
    Trajectory trajectory =
        Trajectory.titled("run 1")
            .axes("loss/discriminator", "loss/generator")
            .points(new double[] {1}, new double[] {2});
    assertThat(words(trajectory))
        .contains("run 1", "first", "last", "loss/discriminator", "loss/generator");
  }

  @Test
  void what_is_not_finite_is_left_out_and_nothing_says_so() {
    double[] none = {Double.NaN, Double.POSITIVE_INFINITY};
    assertThat(words(Trajectory.titled("run 1").points(none, new double[2])))
        .containsExactly("run 1", "no values yet");
    assertThat(
            dots(
                Trajectory.titled("")
                    .points(new double[] {1, Double.NaN, 3}, new double[] {1, 2, 3})))
        .hasSize(2);
  }

  @Test
  void as_many_of_one_number_as_of_the_other_are_expected() {
    assertThatThrownBy(() -> Trajectory.titled("").points(new double[2], new double[3]))
        .isInstanceOf(UsageException.class)
        .hasMessage("trajectory: expected as many numbers across as up, got 2 and 3");
  }
}
