package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.figment.picture.Drawing.Words;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartPanelsTest {
  private static Chart chart(String title) {
    return Chart.titled(title).series("plain", new double[] {1, 2}, new double[] {0, 1});
  }

  private static List<Words> titles(ChartPanels panels) {
    return panels.drawing().marks().stream()
        .filter(mark -> mark instanceof Words words && words.style().bold())
        .map(Words.class::cast)
        .toList();
  }

  @Test
  void charts_stand_two_in_a_row() {
    ChartPanels panels =
        ChartPanels.empty().add(chart("one")).add(chart("two")).add(chart("three"));
    assertThat(titles(panels)).extracting(Words::text).containsExactly("one", "two", "three");
    assertThat(titles(panels)).extracting(Words::x).containsExactly(28.0, 628.0, 28.0);
    assertThat(titles(panels)).extracting(Words::y).containsExactly(40.0, 40.0, 400.0);
    assertThat(panels.drawing().width()).isEqualTo(1200);
    assertThat(panels.drawing().height()).isEqualTo(720);
  }

  @Test
  void everything_in_a_chart_moves_with_it() {
    Drawing alone = chart("one").drawing(600, 360);
    Drawing twice = ChartPanels.empty().add(chart("one")).add(chart("one")).drawing();
    assertThat(twice.marks()).hasSize(1 + 2 * alone.marks().size());
    double left =
        twice.marks().stream()
            .skip(1L + alone.marks().size())
            .mapToDouble(
                mark ->
                    mark instanceof Drawing.Form form
                        ? form.shape().getBounds2D().getMinX()
                        : ((Words) mark).left())
            .min()
            .orElseThrow();
    assertThat(left).isEqualTo(600);
  }

  @Test
  void without_charts_it_is_empty() {
    assertThat(titles(ChartPanels.empty())).isEmpty();
  }
}
