package dev.figment.run.report;

import dev.figment.format.Png;
import dev.figment.picture.Chart;
import dev.figment.run.watching.RunComparison.Compared;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A comparison as a page. */
record RunsPage(RunsReport report, SeedGrids grids, long seed) {
  private static final double WIDTH = 470;
  private static final double HEIGHT = 340;
  private static final int GRID = 300;

  Page page() {
    return new Page(
        "%d runs · Figment comparison".formatted(runs().size()),
        head(),
        List.of(table(), samples(), metrics(), curves(), recipes()));
  }

  private List<Compared> runs() {
    return report.curves().runs();
  }

  private Html head() {
    return Html.of(
        "header",
        Html.of("p", "Figment · runs beside each other").with("class", "kind"),
        Html.of("h1", runs().stream().map(Compared::label).collect(Collectors.joining(", "))));
  }

  /** What a table of runs begins with. */
  private List<String> heading(String first) {
    List<String> heading = new ArrayList<>(List.of(first));
    runs().forEach(each -> heading.add(each.label()));
    return heading;
  }

  private Section table() {
    List<List<Html>> rows = new ArrayList<>();
    rows.add(row("recipe", Compared::recipe));
    rows.add(row("step", each -> Figures.count(each.step())));
    rows.add(row("kimg", each -> Figures.brief(each.kimg())));
    rows.add(row("time trained", each -> Figures.duration(each.seconds())));
    rows.add(row("images a second", each -> Figures.brief(each.imagesPerSecond())));
    for (String name : report.curves().names()) {
      rows.add(row(name + ", last", each -> Figures.brief(each.last().getOrDefault(name, 0.0))));
    }
    return Section.of("runs", "Runs", Facts.table("Runs", heading(""), rows));
  }

  private List<Html> row(String name, Function<Compared, String> value) {
    List<Html> row = new ArrayList<>(List.of(Html.text(name)));
    runs().forEach(each -> row.add(Html.text(value.apply(each))));
    return row;
  }

  private Section samples() {
    List<Html> figures = new ArrayList<>();
    grids.grids().forEach((label, grid) -> figures.add(figure(label, grid)));
    String absent =
        grids.absent().entrySet().stream()
            .map(each -> each.getKey() + ": " + each.getValue())
            .collect(Collectors.joining("; "));
    if (figures.isEmpty()) {
      return Section.absent("Samples", absent);
    }
    return Section.of(
        "samples",
        "Samples",
        Facts.paragraph(
            "Drawn with seed %d by the newest checkpoint of each, none chosen.".formatted(seed)),
        Html.of("div", figures).with("class", "grids"),
        absent.isEmpty() ? Html.NONE : Facts.note(absent));
  }

  private static Html figure(String label, BufferedImage grid) {
    BufferedImage pixels = Pixels.gray(Pixels.unzoomed(grid));
    int height = Math.round((float) GRID * pixels.getHeight() / pixels.getWidth());
    return Html.of(
        "figure",
        Pixels.image(Png.bytes(pixels), GRID, height, "images that " + label + " draws"),
        Html.of("figcaption", label));
  }

  private Section metrics() {
    List<List<Html>> rows = new ArrayList<>();
    List<Html> notes = new ArrayList<>();
    for (ComparedMetric each : report.metrics()) {
      if (each.runs().stream().anyMatch(run -> run.best() != null)) {
        rows.add(values(each, "best", ComparedMetric.Result::best));
      }
      rows.add(values(each, "last", ComparedMetric.Result::last));
      String said = each.ranked() ? ": ranked, though they differ: " : ": not ranked: ";
      if (!each.notes().isEmpty()) {
        notes.add(Html.of("li", each.metric() + said + String.join("; ", each.notes())));
      }
    }
    return rows.isEmpty()
        ? Section.absent("Metrics", "nothing was measured of samples: figment evaluate RUN")
        : Section.of(
            "metrics",
            "Metrics",
            Facts.paragraph(
                "Of samples, with standard errors. The best run is marked where all were measured"
                    + " in the same way; runs are counted from 1, in the order of the table."),
            Facts.table("Metrics", heading(""), rows),
            Html.of("ul", notes).with("class", "note"),
            protocols());
  }

  private List<Html> values(
      ComparedMetric metric,
      String which,
      Function<ComparedMetric.Result, ComparedMetric.@Nullable Value> value) {
    String direction = metric.better().toString().toLowerCase(Locale.ROOT);
    List<Html> row =
        new ArrayList<>(
            List.of(
                Html.all(
                    Html.of("code", metric.metric()),
                    Html.text(
                        which.equals("best") ? " best (%s)".formatted(direction) : " last"))));
    for (int i = 0; i < metric.runs().size(); i++) {
      ComparedMetric.Value each = value.apply(metric.runs().get(i));
      boolean isWinner = which.equals("best") && Integer.valueOf(i).equals(metric.winner());
      Html text = Html.text(each == null ? "" : words(each));
      row.add(isWinner ? Html.of("mark", text) : text);
    }
    return row;
  }

  private static String words(ComparedMetric.Value value) {
    String error = Figures.error(value.estimate());
    return "%s%s at step %s"
        .formatted(Figures.value(value.estimate()), error, Figures.count(value.step()));
  }

  private Html protocols() {
    List<Html> parts = new ArrayList<>(List.of(Html.of("summary", "How each was measured last")));
    for (ComparedMetric metric : report.metrics()) {
      parts.add(Html.of("h3", metric.metric()));
      IntStream.range(0, runs().size())
          .filter(i -> metric.runs().get(i).last() != null)
          .forEach(i -> parts.add(Facts.note(protocol(i, metric.runs().get(i).protocol()))));
    }
    return Html.of("details", parts);
  }

  private String protocol(int run, Map<String, String> protocol) {
    return runs().get(run).label()
        + ": "
        + protocol.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
  }

  private Section curves() {
    List<Html> charts = new ArrayList<>();
    for (String name : report.curves().names()) {
      Chart chart = report.curves().chart(name);
      charts.add(
          Html.of("div", Html.markup(chart.toSvg(WIDTH, HEIGHT)))
              .with("class", "chart")
              .with("role", "img")
              .with("aria-label", name + " of each run"));
    }
    return charts.isEmpty()
        ? Section.absent("Learning curves", "the runs have no statistics in common")
        : Section.of("curves", "Learning curves", Html.of("div", charts).with("class", "charts"));
  }

  private Section recipes() {
    List<List<Html>> rows = new ArrayList<>();
    report
        .differences()
        .forEach(
            (key, values) -> {
              List<Html> row = new ArrayList<>(List.of(Html.of("code", key)));
              values.forEach(each -> row.add(Html.text(each.isEmpty() ? "–" : each)));
              rows.add(row);
            });
    return rows.isEmpty()
        ? Section.absent("Recipes", "they are equal")
        : Section.of(
            "recipes",
            "Recipes",
            Facts.paragraph("The values in which they differ; a dash where one has none."),
            Facts.table("Recipes", heading(""), rows));
  }
}
