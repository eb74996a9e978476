package dev.figment.run.report;

import dev.figment.metric.Estimate;
import dev.figment.picture.Chart;
import dev.figment.run.folder.SampleResult;
import dev.figment.run.folder.SampleResults;
import dev.figment.run.watching.LearningCurves;
import dev.figment.run.watching.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Losses, accuracies, validations and metrics of samples, over kimg. */
final class Curves {
  private static final String TITLE = "Learning curves";
  private static final double WIDTH = 470;
  private static final double HEIGHT = 340;
  private static final double SMOOTH = 0.02;
  private static final List<String> ACCURACIES =
      List.of(
          "accuracy/real", "accuracy/fake", "evaluationAccuracy/real", "evaluationAccuracy/fake");
  private static final List<String> VALIDATED =
      List.of("elbo", "mse", "kl", "reconstruction", "bitsPerDim", "accuracy");

  private final LearningCurves curves;
  private final List<SampleResult> results;
  private final List<Html> charts = new ArrayList<>();

  private Curves(Subject subject) {
    this.curves = LearningCurves.of(subject.folder());
    this.results = new SampleResults(subject.folder()).all();
  }

  static Section of(Subject subject) {
    Curves curves = new Curves(subject);
    curves.draw();
    return curves.charts.isEmpty()
        ? Section.absent(TITLE, "the training has written no statistics yet")
        : Section.of(
            "curves",
            TITLE,
            Facts.paragraph(
                "Over thousands of real images shown (kimg). Losses faint as measured, bold as"
                    + " their moving average; upright strokes are intervals of 95 %."),
            Html.of("div", curves.charts).with("class", "charts"));
  }

  private void draw() {
    add("loss", SMOOTH, List.copyOf(curves.names("loss/")));
    add(
        "how often the discriminator is right",
        SMOOTH,
        ACCURACIES.stream().filter(curves::has).toList());
    for (String metric : VALIDATED) {
      List<String> names =
          curves.names(metric).stream().filter(each -> isValidated(metric, each)).toList();
      add(metric + ", test split", 0, names);
    }
    addMeasured(ProtocolGroup.of(results, true));
    addMeasured(ProtocolGroup.of(results, false));
  }

  /** Each protocol by itself: others would stand in its charts as if they were alike. */
  private void addMeasured(List<ProtocolGroup> groups) {
    for (ProtocolGroup group : groups) {
      String suffix = groups.size() == 1 ? "" : ", " + group.letter();
      group.metrics().forEach(metric -> addMeasured(metric + suffix, metric, group.of(metric)));
    }
  }

  private static boolean isValidated(String metric, String name) {
    return name.equals(metric)
        || metric.equals("accuracy") && name.startsWith("accuracy/") && !ACCURACIES.contains(name);
  }

  private void add(String title, double smoothing, List<String> names) {
    if (!names.isEmpty()) {
      Chart chart = Chart.titled(title).xLabel("kimg").smoothing(smoothing);
      for (String name : names) {
        chart = curves.addTo(chart, name, name, TimeAxis.KIMG);
      }
      charts.add(figure(chart, title + " over kimg: " + String.join(", ", names)));
    }
  }

  private void addMeasured(String title, String metric, List<SampleResult> measured) {
    TreeMap<Double, SampleResult> byTime = new TreeMap<>();
    measured.stream()
        .filter(each -> Double.isFinite(each.kimg()))
        .forEach(each -> byTime.putIfAbsent(each.kimg(), each)); // the newest comes first
    if (byTime.size() > 1) {
      List<SampleResult> ordered = List.copyOf(byTime.values());
      charts.add(figure(chart(title, metric, ordered), title + " over kimg"));
    }
  }

  private static Chart chart(String title, String metric, List<SampleResult> results) {
    List<Estimate> estimates =
        results.stream().map(each -> Objects.requireNonNull(each.estimate(metric))).toList();
    return Chart.titled(title)
        .xLabel("kimg")
        .smoothing(0)
        .series(
            metric,
            results.stream().mapToDouble(SampleResult::kimg).toArray(),
            estimates.stream().mapToDouble(Estimate::mean).toArray(),
            estimates.stream().mapToDouble(Estimate::low).toArray(),
            estimates.stream().mapToDouble(Estimate::high).toArray());
  }

  private static Html figure(Chart chart, String alt) {
    return Html.of("div", Html.markup(chart.toSvg(WIDTH, HEIGHT)))
        .with("class", "chart")
        .with("role", "img")
        .with("aria-label", alt);
  }
}
