package dev.figment.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.figment.latent.Histogram;
import dev.figment.picture.Drawing.Form;
import dev.figment.picture.Drawing.Words;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistogramsTest {
  private static final Histogram SHARES = new Histogram(0, 1, List.of(0.75, 0.25, 0.0, 0.0));

  private static List<Form> bars(Histograms histograms) {
    return histograms.drawing().marks().stream()
        .filter(mark -> mark instanceof Form form && form.color().equals(Palette.series(0)))
        .map(Form.class::cast)
        .toList();
  }

  @Test
  void a_bar_is_as_high_as_its_share() {
    List<Form> bars = bars(Histograms.titled("codings").panel("all", SHARES, 0.2));
    assertThat(bars).hasSize(4);
    double first = bars.get(0).shape().getBounds2D().getHeight();
    double second = bars.get(1).shape().getBounds2D().getHeight();
    assertThat(first).isCloseTo(3 * second, within(1e-9));
    assertThat(bars.get(2).shape().getBounds2D().getHeight()).isZero();
  }

  @Test
  void panels_stand_side_by_side_and_say_their_means() {
    Histograms two =
        Histograms.titled("codings").panel("all", SHARES, 0.2).panel("units", SHARES, 0.9);
    assertThat(bars(two)).hasSize(8);
    assertThat(two.drawing().marks().stream().filter(Words.class::isInstance))
        .extracting(mark -> ((Words) mark).text())
        .contains("codings", "all", "units", "mean 0.200", "mean 0.900", "60 %", "0.4");
    assertThat(two.toImage().getWidth()).isGreaterThan(1600);
  }
}
