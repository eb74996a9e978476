package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.figment.UsageException;
import dev.figment.format.Png;
import dev.figment.picture.Drawing.Form;
import dev.figment.picture.Drawing.Words;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChartTest {
  private static final double NAN = Double.NaN;

  @TempDir Path folder;

  @Test
  void a_chart_without_series_says_so() {
    assertThat(words(Chart.titled("run 1"))).containsExactly("run 1", "no values yet");
  }

  @Test
  void a_chart_of_gaps_says_so() {
    Chart chart = Chart.titled("run 1").series("loss", kimg(2), new double[] {NAN, NAN});

    assertThat(words(chart)).containsExactly("run 1", "no finite values");
  }

  @Test
  void the_title_the_axes_and_the_latest_values_are_named() {
    Chart chart =
        Chart.titled("run 1")
            .yLabel("loss")
            .smoothing(0)
            .series("loss/generator", kimg(3), new double[] {1, 2, 12345})
            .series("loss/discriminator", kimg(3), new double[] {3, 2, 0.5});

    assertThat(words(chart))
        .contains("run 1", "loss", "kimg: thousands of real images shown")
        .containsSubsequence("loss/generator", "12,345", "loss/discriminator", "0.5000");
  }

  @Test
  void intervals_are_upright_strokes_where_both_ends_are_known() {
    Chart chart =
        Chart.titled("")
            .smoothing(0)
            .series(
                "fd10k-features",
                kimg(3),
                new double[] {4, 3, 2},
                new double[] {3, NAN, 1},
                new double[] {5, 4, 3});

    List<Form> strokes =
        lines(chart, Palette.faint(Palette.series(0), Chart.FAINT)).stream()
            .filter(form -> form.shape() instanceof Line2D)
            .toList();
    assertThat(strokes).hasSize(2);
    assertThat(strokes)
        .allSatisfy(
            form -> {
              Line2D stroke = (Line2D) form.shape();
              assertThat(stroke.getX1()).isEqualTo(stroke.getX2());
              assertThat(stroke.getY1()).isGreaterThan(stroke.getY2());
            });
    assertThat(words(chart)).contains("1", "5"); // the axis spans the intervals
  }

  @Test
  void a_chart_of_any_size_is_text_for_a_page() {
    String svg = Chart.titled("a & b").series("loss", kimg(2), new double[] {1, 2}).toSvg(470, 340);

    assertThat(svg).startsWith("<svg ").contains("viewBox=\"0 0 470 340\"", ">a &amp; b</text>");
  }

  @Test
  void what_the_x_axis_counts_can_be_said() {
    Chart chart = Chart.titled("").xLabel("steps").series("loss", kimg(2), new double[] {1, 2});

    assertThat(words(chart)).contains("steps").doesNotContain("kimg: thousands of real images");
  }

  @Test
  void one_point_is_a_dot() {
    Chart chart = Chart.titled("").series("fid10k", new double[] {12}, new double[] {33.25});

    assertThat(lines(chart, Palette.series(0))).hasSize(2);
  }

  @Test
  void a_gap_parts_the_line() {
    double[] values = {1, 2, NAN, 2, 1, Double.POSITIVE_INFINITY, 5};
    Chart chart = Chart.titled("").series("loss", kimg(7), values);

    assertThat(lines(chart, Palette.series(0))).hasSize(4);
  }

  @Test
  void a_rare_spike_does_not_flatten_the_rest() {
    double[] values = DoubleStream.iterate(0, x -> x + 0.01).limit(1000).map(Math::sin).toArray();
    values[500] = 1e6;
    Chart chart = Chart.titled("").series("loss", kimg(1000), values);

    assertThat(words(chart)).contains("-0.5", "0.5", "1 value lies beyond the edges");
  }

  @Test
  void an_early_fall_is_shown_whole() {
    double[] values = DoubleStream.iterate(0, x -> x + 1).limit(1000).toArray();
    values[0] = 3000;
    Chart chart = Chart.titled("").series("loss", kimg(1000), values);

    assertThat(words(chart)).contains("3,000").doesNotContain("1 value lies beyond the edges");
  }

  @Test
  void averages_weigh_values_by_their_age_in_kimg() {
    Curve smooth = new Curve("", new double[] {0, 2, 3}, new double[] {1, 3, NAN}).smoothed(2);

    double old = Math.exp(-1);
    assertThat(smooth.values()[0]).isEqualTo(1);
    assertThat(smooth.values()[1]).isCloseTo((old + 3) / (old + 1), within(1e-12));
    assertThat(smooth.values()[2]).isNaN();
    assertThat(smooth.last()).isEqualTo(smooth.values()[1]);
  }

  @Test
  void a_long_series_is_thinned_but_keeps_its_extremes_and_gaps() {
    double[] values = DoubleStream.iterate(0, x -> x + 1).limit(100_000).map(Math::sin).toArray();
    values[70_000] = 9;
    values[30_000] = NAN;

    Curve thin = new Curve("", kimg(100_000), values).thinned(500);

    assertThat(thin.values()).hasSizeLessThan(1010).contains(9).contains(NAN);
  }

  @Test
  void png_and_svg_are_chosen_by_the_ending() throws IOException {
    Chart chart = Chart.titled("a < b & c").series("loss", kimg(2), new double[] {1, 2});
    chart.write(folder.resolve("losses.png"));
    chart.write(folder.resolve("losses.SVG"));

    assertThat(Png.read(folder.resolve("losses.png")).getWidth()).isEqualTo(1840);
    assertThat(Files.readString(folder.resolve("losses.SVG")))
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"920\" height=\"500\"")
        .contains(">a &lt; b &amp; c</text>");
    assertThatThrownBy(() -> chart.write(Path.of("losses.pdf")))
        .isInstanceOf(UsageException.class)
        .hasMessage("picture: expected a file that ends in .png or .svg, got losses.pdf");
  }

  @Test
  void series_that_do_not_fit_are_refused() {
    assertThatThrownBy(() -> Chart.titled("").series("loss", kimg(2), new double[3]))
        .isInstanceOf(UsageException.class)
        .hasMessage("chart: series loss: expected as many values as times (2), got 3");
    assertThatThrownBy(() -> Chart.titled("").series("loss", new double[] {2, 1}, new double[2]))
        .hasMessage("chart: series loss: expected times that never fall, got 1.0 at 1");
    assertThatThrownBy(() -> Chart.titled("").smoothing(2))
        .hasMessage("chart: smoothing must be from 0 to 1, got 2.0");
  }

  @Test
  void nothing_is_drawn_outside_of_the_picture() {
    double[] values = {0, 1e30, -1e30, 1e-30, 5};
    Drawing drawing = Chart.titled("").series("loss", kimg(5), values).drawing();

    assertThat(drawing.marks())
        .filteredOn(Form.class::isInstance)
        .extracting(mark -> ((Form) mark).shape().getBounds2D())
        .allMatch(
            form ->
                form.getMinX() >= 0
                    && form.getMinY() >= 0
                    && form.getMaxX() <= drawing.width()
                    && form.getMaxY() <= drawing.height());
  }

  private static List<String> words(Chart chart) {
    return chart.drawing().marks().stream()
        .filter(Words.class::isInstance)
        .map(mark -> ((Words) mark).text())
        .toList();
  }

  /** The strokes and dots of a color; the first is its mark in the legend. */
  private static List<Form> lines(Chart chart, Color color) {
    return chart.drawing().marks().stream()
        .filter(mark -> mark instanceof Form form && form.color().equals(color))
        .map(Form.class::cast)
        .toList();
  }

  private static double[] kimg(int count) {
    return DoubleStream.iterate(0, x -> x + 0.25).limit(count).toArray();
  }
}
