package dev.figment.run.report;

import dev.figment.DiskException;
import dev.figment.ShellWord;
import dev.figment.metric.Estimate;
import dev.figment.run.folder.SampleResult;
import dev.figment.run.folder.SampleResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was measured, with intervals and protocols; what may not be compared stands apart. */
final class MeasuredMetrics {
  private static final String TITLE = "Metrics";
  private static final String WEIGHTS = "weights";

  private static final List<String> HEADING =
      List.of("metric", "value", "interval of 95 %", "of the model at");

  private MeasuredMetrics() {}

  static Section of(Subject subject) {
    List<Html> parts = new ArrayList<>();
    SampleResults results = new SampleResults(subject.folder());
    List<SampleResult> samples = results.all();
    parts.addAll(groups("Of samples, by features", ProtocolGroup.of(samples, true)));
    parts.addAll(groups("Of samples", ProtocolGroup.of(samples, false)));
    parts.addAll(groups("Of examples", ProtocolGroup.of(results.onExamples(), false)));
    parts.addAll(classifiers(subject.folder().accuracies()));
    return parts.isEmpty()
        ? Section.absent(
            TITLE,
            "nothing was measured yet: figment evaluate %s"
                .formatted(ShellWord.of(subject.folder().path())))
        : Section.of("metrics", TITLE, Html.all(parts));
  }

  /** The table of accuracies that a training of classifiers wrote. */
  private static List<Html> classifiers(Path table) {
    try {
      return Files.exists(table)
          ? List.of(
              Html.of("h3", "Accuracy of classifiers"),
              Html.of("pre", Files.readString(table)).with("class", "scroll").with("tabindex", "0"))
          : List.of();
    } catch (IOException e) {
      throw new DiskException(table, "reading", e);
    }
  }

  private static List<Html> groups(String title, List<ProtocolGroup> groups) {
    List<Html> parts = new ArrayList<>();
    for (ProtocolGroup group : groups) {
      String name = groups.size() == 1 ? title : title + ", " + group.letter();
      parts.add(Html.of("h3", name));
      if (group.number() > 0) {
        parts.add(apart(group, groups.get(0)));
      }
      parts.addAll(tables(name, group));
      parts.add(protocol(group));
    }
    return parts;
  }

  /** Why a group may not be compared with the first. */
  private static Html apart(ProtocolGroup group, ProtocolGroup first) {
    List<Html> differences =
        group.differences(first).stream().map(each -> Html.of("li", each)).toList();
    return Html.all(
        Facts.note(
            "Not to be compared with %s, which was measured otherwise (here, there):"
                .formatted(first.letter())),
        Html.of("ul", differences).with("class", "note"));
  }

  /** The newest value of each metric; those before it are folded. */
  private static List<Html> tables(String name, ProtocolGroup group) {
    List<List<Html>> newest = new ArrayList<>();
    List<List<Html>> earlier = new ArrayList<>();
    for (String metric : group.metrics()) {
      List<SampleResult> results = group.of(metric);
      newest.add(row(group, results.get(0), metric));
      results.stream().skip(1).forEach(each -> earlier.add(row(group, each, metric)));
    }
    Html first = Facts.table(name, HEADING, newest);
    return earlier.isEmpty()
        ? List.of(first)
        : List.of(
            first,
            Html.of(
                "details",
                Html.of("summary", earlier.size() + " earlier values, newest first"),
                Facts.table(name + ", earlier", HEADING, earlier)));
  }

  private static List<Html> row(ProtocolGroup group, SampleResult result, String metric) {
    Estimate estimate = Objects.requireNonNull(result.estimate(metric));
    String interval = Figures.interval(estimate);
    return List.of(
        Html.of("code", metric),
        Html.of("strong", Figures.value(estimate)),
        Html.text(interval.isEmpty() ? "not known" : interval),
        Html.text(Figures.time(result.step(), result.kimg()) + weights(group, result)));
  }

  /** Which weights, where results of the group are not all of one kind. */
  private static String weights(ProtocolGroup group, SampleResult result) {
    return group.values(WEIGHTS).size() > 1 ? ", " + result.protocol().get(WEIGHTS) : "";
  }

  private static Html protocol(ProtocolGroup group) {
    Facts facts = new Facts();
    group.protocol().keySet().forEach(key -> facts.add(key, String.join(", ", group.values(key))));
    return Html.of(
        "details", Html.of("summary", "How it was measured"), facts.list().with("class", "facts"));
  }
}
