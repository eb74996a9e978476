package dev.figment.bench.quality;

import dev.figment.metric.Estimate;
import dev.figment.picture.Chart;
import dev.figment.picture.ChartPanels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured of all, as a table of the last marks and as curves of all. */
record QualityTable(List<Quality> all) {
  /** A row for each, as it was at its last mark: values with their 95 % intervals. */
  String toMarkdown() {
    StringBuilder text = new StringBuilder("| model | minutes | steps |");
    metrics().forEach(each -> text.append(' ').append(each).append(" |"));
    text.append("\n|---|---|---|").append("---|".repeat(metrics().size())).append('\n');
    for (String name : names()) {
      List<Quality> own = of(name);
      text.append(row(own.get(own.size() - 1)));
    }
    return text.toString();
  }

  private String row(Quality quality) {
    StringBuilder row =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "| %s | %.3g | %,d |",
                quality.name(),
                quality.minutes(),
                quality.step()));
    for (String metric : metrics()) {
      row.append(' ').append(words(quality.values().get(metric))).append(" |");
    }
    return row.append('\n').toString();
  }

  private static String words(Estimate estimate) {
    return String.format(
        Locale.ROOT, "%.3g ± %.2g", estimate.mean(), estimate.high() - estimate.mean());
  }

  /** A panel for each metric, in which each model is a line over minutes. */
  ChartPanels curves() {
    ChartPanels panels = ChartPanels.empty();
    for (String metric : metrics()) {
      Chart chart = Chart.titled(metric).xLabel("minutes of training").smoothing(0);
      for (String name : names()) {
        List<Quality> own = of(name);
        chart =
            chart.series(
                name,
                own.stream().mapToDouble(Quality::minutes).toArray(),
                own.stream().mapToDouble(each -> each.values().get(metric).mean()).toArray());
      }
      panels = panels.add(chart);
    }
    return panels;
  }

  private List<String> metrics() {
    return new ArrayList<>(all.get(0).values().keySet());
  }

  private List<String> names() {
    return all.stream().map(Quality::name).distinct().toList();
  }

  private List<Quality> of(String name) {
    return all.stream().filter(each -> each.name().equals(name)).toList();
  }
}
